import type { ReadonlySignal } from '@preact/signals'
import type { AnyComponent, VNode } from 'preact'
import { lazy, Route } from 'preact-iso'
import type { Session } from '../../shared/api/session.ts'
import { createListView } from '../features/households/list-view.ts'
import { HouseholdsScreen } from '../features/households/households-screen.tsx'
import { NewHouseholdScreen } from '../features/households/new-household-screen.tsx'
import { OutboxScreen } from '../features/outbox/outbox-screen.tsx'
import { SurveyScreen } from '../features/survey/survey-screen.tsx'
import type { Api } from '../ports/api.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import { paths } from '../ui/paths.ts'
import { Redirect } from './navigation/redirect.tsx'
import { NotFoundScreen } from './not-found-screen.tsx'
import type { Field } from './session/session-model.ts'

// What works at a desk comes when it is asked for: a phone in the field never draws it.
const ReviewsScreen = lazy(async () => (await import('../features/review/reviews-screen.tsx')).ReviewsScreen)
const ImportsScreen = lazy(async () => (await import('../features/imports/imports-screen.tsx')).ImportsScreen)
const AssignmentsScreen = lazy(
  async () => (await import('../features/assignments/assignments-screen.tsx')).AssignmentsScreen,
)
const ConfidentialScreen = lazy(
  async () => (await import('../features/confidential/confidential-screen.tsx')).ConfidentialScreen,
)
const PeriodsScreen = lazy(async () => (await import('../features/periods/periods-screen.tsx')).PeriodsScreen)

export type ScreenParts = {
  /** as the server last named it; its areas may grow while a screen is open */
  readonly session: ReadonlySignal<Session>
  readonly field: Field | null
  readonly api: Api
  readonly clock: Clock
  readonly ids: Pick<Ids, 'uuidv7'>
}

/** The screens of a role, with what each of them uses; what is not among them does not exist for it. */
export function screensOf(parts: ScreenParts): readonly VNode[] {
  return [...roleScreens(parts), <Route key="not-found" default component={NotFoundScreen} />]
}

function roleScreens(parts: ScreenParts): readonly VNode[] {
  const { session, field, api, clock, ids } = parts
  switch (session.peek().account.role) {
    case 'enumerator':
      return field ? fieldScreens(parts, field) : []
    // Home leads on, so that a screen and what it opens stand under one route and keep what they hold.
    case 'supervisor':
      return [
        screen(paths.home, () => <Redirect to={paths.reviews} />),
        screen('/reviews/:survey?', () => <ReviewsScreen api={api} clock={clock} ids={ids} />),
      ]
    case 'city-admin':
      return [
        screen(paths.home, () => <Redirect to={paths.imports} />),
        screen('/imports/:import?', () => <ImportsScreen api={api} clock={clock} />),
        screen(paths.assignments, () => <AssignmentsScreen api={api} />),
        screen(paths.periods, () => <PeriodsScreen api={api} />),
      ]
    case 'case-worker':
      return [
        screen(paths.home, () => (
          <ConfidentialScreen api={api} holdsAreas={session.value.areas.length > 0} />
        )),
      ]
  }
}

function fieldScreens(
  { session, clock }: ScreenParts,
  { work, sync, photos, confidential, locator }: Field,
): readonly VNode[] {
  const view = createListView()
  return [
    screen(paths.home, () => <HouseholdsScreen work={work} sync={sync} clock={clock} view={view} />),
    screen(paths.newHousehold, () => <NewHouseholdScreen work={work} session={session.value} />),
    screen('/households/:household/:section?', () => (
      <SurveyScreen work={work} clock={clock} photos={photos} confidential={confidential} locator={locator} />
    )),
    screen(paths.outbox, () => <OutboxScreen work={work} sync={sync} clock={clock} />),
  ]
}

// The router writes its routes' props out as JSON to compare them, so services go round them, by closure.
function screen(path: string, component: AnyComponent): VNode {
  return <Route key={path} path={path} component={component} />
}
