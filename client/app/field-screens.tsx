import type { ReadonlySignal } from '@preact/signals'
import type { VNode } from 'preact'
import type { Session } from '../../shared/api/session.ts'
import { createListView } from '../features/households/list-view.ts'
import { HouseholdsScreen } from '../features/households/households-screen.tsx'
import type { Clock } from '../ports/clock.ts'
import { paths } from '../ui/paths.ts'
import { lateScreen } from './navigation/late-screen.ts'
import { routeTo } from './navigation/route-to.tsx'
import type { Field } from './session/session-model.ts'

type Parts = { readonly session: ReadonlySignal<Session>; readonly clock: Clock; readonly field: Field }

// The list alone stands in the first load (`npm run check` weighs it); all else follows once the list is there.
const loadSurvey = async () => (await import('../features/survey/survey-screen.tsx')).SurveyScreen
const loadNewHousehold = async () =>
  (await import('../features/households/new-household-screen.tsx')).NewHouseholdScreen
const loadOutbox = async () => (await import('../features/outbox/outbox-screen.tsx')).OutboxScreen

/** The screens of an enumerator's device. */
export function fieldScreens({ session, clock, field }: Parts): readonly VNode[] {
  const { work, sync } = field
  const view = createListView()
  const HouseholdSurvey = lateScreen(async () => {
    const [SurveyScreen, kit] = await Promise.all([loadSurvey(), field.kit(), work.ready()])
    return () => (
      <SurveyScreen
        work={work}
        clock={clock}
        photos={kit.photos}
        confidential={kit.confidential}
        locator={kit.locator}
        nikHints={kit.nikHints}
      />
    )
  })
  const NewHouseholdScreen = lateScreen(loadNewHousehold)
  const Outbox = lateScreen(async () => {
    const [OutboxScreen, kit] = await Promise.all([loadOutbox(), field.kit(), work.ready()])
    return () => <OutboxScreen work={work} sync={sync} clock={clock} kit={kit} />
  })
  return [
    routeTo(paths.home, () => <HouseholdsScreen work={work} sync={sync} clock={clock} view={view} />),
    routeTo(paths.newHousehold, () => <NewHouseholdScreen work={work} session={session.value} />),
    routeTo('/households/:household/:section?', () => <HouseholdSurvey />),
    routeTo(paths.outbox, () => <Outbox />),
  ]
}

/** Fetches what the list leads to. What does not come now is asked for again by its screen, which says so. */
export async function warmUp({ work, kit }: Field): Promise<void> {
  await Promise.allSettled([loadSurvey(), work.ready(), kit(), loadNewHousehold(), loadOutbox()])
}
