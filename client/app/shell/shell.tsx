import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Role, Session } from '../../../shared/api/session.ts'
import type { Clock } from '../../ports/clock.ts'
import type { InstallOffer, Updates } from '../../ports/updates.ts'
import { createNewHouseholdDraft, NewHouseholdDraft } from '../../features/households/new-household-draft.ts'
import { useWords } from '../../ui/language/language.ts'
import { shellWords } from '../language/words.ts'
import { useLater } from '../navigation/use-later.ts'
import type { Preferences } from '../preferences/preferences.ts'
import type { Field } from '../session/session-model.ts'
import { ShellNotices } from './shell-notices.tsx'
import { StateLineLink } from './state-line-link.tsx'
import { useDoubleTapGuard } from './use-double-tap-guard.ts'
import { TopBar } from './top-bar.tsx'
import './shell.css'

type Props = {
  readonly session: Session
  readonly field: Field | null
  readonly expired: boolean
  readonly path: string
  readonly clock: Clock
  readonly updates: Updates
  readonly installOffer: InstallOffer
  readonly preferences: Preferences
  readonly onSignOut: () => void
  readonly reload: () => void
  readonly children: ComponentChildren
}

const hasParts = (role: Role) => role === 'supervisor' || role === 'city-admin'
const loadSignOutDialog = async () => (await import('./sign-out-dialog.tsx')).SignOutDialog
const loadSideNavigation = async () => (await import('./side-navigation.tsx')).SideNavigation

/** What stands around every screen of somebody signed in. */
export function Shell(props: Props) {
  const { session, field, expired, path, clock, updates, installOffer, preferences, onSignOut, reload } =
    props
  const words = useWords(shellWords)
  const [isLeaving, setLeaving] = useState(false)
  const onTap = useDoubleTapGuard()
  const [newHousehold] = useState(createNewHouseholdDraft)
  const unsent = field?.work.unsent.value ?? 0
  const photos = field?.photosLeft.value
  const { role } = session.account
  const side = useLater(hasParts(role) ? loadSideNavigation : null, { role, path })
  const dialog = useLater(isLeaving ? loadSignOutDialog : null, {
    unsent,
    photos,
    onStay: () => setLeaving(false),
    onSignOut: () => {
      setLeaving(false)
      onSignOut()
    },
  })
  return (
    <div class={side ? 'shell shell-with-side' : 'shell'} onClickCapture={onTap}>
      <a class="skip" href="#content">
        {words.skip}
      </a>
      <TopBar
        account={session.account}
        preferences={preferences}
        stateLine={field && <StateLineLink field={field} clock={clock} />}
        onSignOut={() => (unsent || photos ? setLeaving(true) : onSignOut())}
      />
      {side}
      <main class="shell-content" id="content" tabIndex={-1}>
        <ShellNotices
          path={path}
          isField={field !== null}
          expired={expired}
          retired={field?.work.retired ?? null}
          updates={updates}
          installOffer={installOffer}
          preferences={preferences}
          reload={reload}
        />
        <NewHouseholdDraft.Provider value={newHousehold}>{props.children}</NewHouseholdDraft.Provider>
      </main>
      {dialog}
    </div>
  )
}
