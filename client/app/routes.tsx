import type { ReadonlySignal } from '@preact/signals'
import type { VNode } from 'preact'
import { Route } from 'preact-iso'
import type { Session } from '../../shared/api/session.ts'
import type { Api } from '../ports/api.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import { paths } from '../ui/paths.ts'
import { fieldScreens } from './field-screens.tsx'
import { lateScreen } from './navigation/late-screen.ts'
import { Redirect } from './navigation/redirect.tsx'
import { routeTo } from './navigation/route-to.tsx'
import type { Field } from './session/session-model.ts'

// What works at a desk comes when it is asked for: a phone in the field never draws it.
const desk = () => import('./desk-screens.ts')
const ReviewsScreen = lateScreen(async () => (await desk()).loadReviews())
const ImportsScreen = lateScreen(async () => (await desk()).loadImports())
const AssignmentsScreen = lateScreen(async () => (await desk()).loadAssignments())
const ConfidentialScreen = lateScreen(async () => (await desk()).loadConfidential())
const PeriodsScreen = lateScreen(async () => (await desk()).loadPeriods())
const NotFoundScreen = lateScreen(async () => (await desk()).loadNotFound())

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
  const reviews = (back: string) => () => <ReviewsScreen api={api} clock={clock} ids={ids} back={back} />
  switch (session.peek().account.role) {
    case 'enumerator':
      return field ? fieldScreens({ session, clock, field }) : []
    // Home leads on, so that a screen and what it opens stand under one route and keep what they hold.
    case 'supervisor':
      return [
        routeTo(paths.home, () => <Redirect to={paths.reviews} />),
        routeTo('/reviews/:survey?/:held?', reviews(paths.reviews)),
      ]
    case 'city-admin':
      return [
        routeTo(paths.home, () => <Redirect to={paths.imports} />),
        routeTo('/imports/:import?', () => <ImportsScreen api={api} clock={clock} />),
        routeTo(paths.assignments, () => <AssignmentsScreen api={api} clock={clock} />),
        routeTo(paths.periods, () => <PeriodsScreen api={api} />),
        // Quarantine alone: what lies where no supervisor works is the city's.
        routeTo('/reviews/held/:held?', reviews(paths.assignments)),
      ]
    case 'case-worker':
      return [
        routeTo(paths.home, () => (
          <ConfidentialScreen api={api} holdsAreas={session.value.areas.length > 0} />
        )),
      ]
  }
}
