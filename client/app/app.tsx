import { useSignal, type ReadonlySignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useMemo } from 'preact/hooks'
import { LocationProvider, Route, Router, useLocation } from 'preact-iso'
import type { Session } from '../../shared/api/session.ts'
import type { Language } from '../../shared/text.ts'
import { SignInAgainScreen } from '../features/session/sign-in-again-screen.tsx'
import { SignInScreen } from '../features/session/sign-in-screen.tsx'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { InstallOffer, Updates } from '../ports/updates.ts'
import { Button } from '../ui/buttons/button.tsx'
import { EmptyState } from '../ui/feedback/empty-state.tsx'
import { Skeleton } from '../ui/feedback/skeleton.tsx'
import { createToasts } from '../ui/feedback/toast-stand.ts'
import { ToastContext, Toaster } from '../ui/feedback/toasts.tsx'
import { languagesIcon, octagonAlertIcon } from '../ui/icons/lucide.ts'
import { LanguageContext, useWords } from '../ui/language/language.ts'
import { Screen } from '../ui/layout/screen.tsx'
import { paths } from '../ui/paths.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { shellWords } from './language/words.ts'
import { useArrivals } from './navigation/use-arrivals.ts'
import { useResume } from './navigation/use-resume.ts'
import { useWarmUp } from './navigation/use-warm-up.ts'
import type { Preferences } from './preferences/preferences.ts'
import { SunSwitch } from './preferences/sun-switch.tsx'
import { screensOf } from './routes.tsx'
import type { Field, SessionModel } from './session/session-model.ts'
import { Shell } from './shell/shell.tsx'

export type AppParts = {
  readonly model: SessionModel
  readonly preferences: Preferences
  /** the one that the page speaks */
  readonly language: ReadonlySignal<Language>
  readonly clock: Clock
  readonly ids: Pick<Ids, 'uuidv7'>
  readonly updates: Updates
  readonly installOffer: InstallOffer
  readonly reload: () => void
}

/** The whole page. */
export function App(parts: AppParts) {
  const toasts = useMemo(createToasts, [])
  return (
    <LanguageContext.Provider value={parts.language}>
      <ToastContext.Provider value={toasts}>
        <LocationProvider>
          <Stage {...parts} />
          <ToasterHere />
        </LocationProvider>
      </ToastContext.Provider>
    </LanguageContext.Provider>
  )
}

function ToasterHere() {
  return <Toaster path={useLocation().path} />
}

function Stage(parts: AppParts) {
  const { model, preferences, clock, ids, updates, installOffer, reload } = parts
  const { path, route } = useLocation()
  const words = useWords(shellWords)
  useResume(model)
  const state = model.state.value

  const isDoor = state.kind === 'signed-in' && path === paths.signIn && !model.expired.value
  useEffect(() => {
    if (isDoor) route(paths.home, true)
  }, [isDoor, route])

  switch (state.kind) {
    case 'opening':
      return <Skeleton rows={8} />
    case 'signed-out':
      return <SignInScreen signIn={model.signIn} switches={<Switches preferences={preferences} />} />
    case 'failed':
      return (
        <Screen title={words.cannotOpenTitle}>
          <EmptyState
            icon={octagonAlertIcon}
            title={words.cannotOpenText}
            action={
              <Button kind="primary" onClick={reload}>
                {words.reload}
              </Button>
            }
          />
        </Screen>
      )
    case 'signed-in':
      return (
        <Shell
          session={state.session}
          field={state.field}
          expired={model.expired.value}
          path={path}
          clock={clock}
          updates={updates}
          installOffer={installOffer}
          preferences={preferences}
          onSignOut={() => {
            route(paths.home)
            void model.signOut()
          }}
          reload={reload}
        >
          <ErrorBoundary path={path} reload={reload}>
            <Screens
              key={state.session.device}
              model={model}
              clock={clock}
              ids={ids}
              updates={updates}
              session={state.session}
              field={state.field}
            />
          </ErrorBoundary>
        </Shell>
      )
  }
}

type ScreensProps = Pick<AppParts, 'model' | 'clock' | 'ids' | 'updates'> & {
  readonly session: Session
  readonly field: Field | null
}

/** The screen of the address. Its routes are made once for a device, so that news of the account keep it. */
function Screens({ model, clock, ids, updates, session, field }: ScreensProps) {
  const arrive = useArrivals()
  useWarmUp(field, updates)
  const current = useSignal(session)
  useLayoutEffect(() => {
    current.value = session
  }, [current, session])
  const screens = useMemo(
    () => screensOf({ session: current, field, api: model.api, clock, ids }),
    [current, field, model, clock, ids],
  )
  return (
    <Router onRouteChange={arrive}>
      <Route
        path={paths.signIn}
        component={SignInAgainScreen}
        signIn={model.signIn}
        username={session.account.username}
      />
      {[...screens]}
    </Router>
  )
}

function Switches({ preferences }: { preferences: Preferences }) {
  const words = useWords(shellWords)
  const { language, sun } = preferences
  return (
    <>
      <Button
        kind="bare"
        icon={languagesIcon}
        onClick={() => {
          language.value = language.value === 'id' ? 'en' : 'id'
        }}
      >
        {words.otherLanguage}
      </Button>
      <SunSwitch sun={sun} />
    </>
  )
}
