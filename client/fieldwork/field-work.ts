import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { HouseholdId } from '../../shared/ids.ts'
import type { Clock } from '../ports/clock.ts'
import type { FieldWork, Place, SurveyView } from '../ports/field-work.ts'
import type { Ids } from '../ports/ids.ts'
import type { Records } from '../ports/records.ts'
import { ONLY, type DeviceBodies } from './bodies.ts'
import { putPlace } from './put-place.ts'
import type { Memory } from './memory.ts'
import type { PartOnCall } from './part-on-call.ts'
import { commitPlan } from './plan.ts'
import { unsentSurveys } from './unsent-surveys.ts'

type Ports = {
  readonly memory: Memory
  readonly records: Records<DeviceBodies>
  readonly clock: Clock
  readonly ids: Ids
  readonly surveyPart: PartOnCall
}

/** What the enumerator's screens work with. */
export function createFieldWork(ports: Ports): FieldWork {
  const { memory, records, clock, ids, surveyPart } = ports
  const views = new Map<HouseholdId, ReadonlySignal<SurveyView | null>>()
  const retired = signal(false)
  records.onRetired(() => (retired.value = true))

  function view(household: HouseholdId): ReadonlySignal<SurveyView | null> {
    let shown: SurveyView | null = null
    let card: unknown
    return computed(() => {
      const part = surveyPart.held.value
      if (!part) return null
      const now = memory.cards.value.get(household)
      // Other households change the map, too; the same card means the same view.
      if (now === card) return shown
      card = now
      const facts = now ? memory.facts(household) : null
      shown = facts && part.viewOf(facts)
      return shown
    })
  }

  return {
    households: memory.cards,
    unsent: computed(() => unsentSurveys(memory.work.value)),
    outbox: computed(() => surveyPart.held.value?.outbox() ?? []),
    receipts: computed(() => surveyPart.held.value?.receipts() ?? []),
    handedOver: async () => (await surveyPart.call()).handedOver(),
    retired,
    ready: async () => void (await surveyPart.call()),
    survey(household) {
      const known = views.get(household) ?? view(household)
      views.set(household, known)
      return known
    },
    answer: async (...given) => (await surveyPart.call()).edits.answer(...given),
    submit: async (...given) => (await surveyPart.call()).edits.submit(...given),
    lookAlikes: (query) => surveyPart.held.peek()?.lookAlikes(query) ?? [],
    nikFindings: (...asked) => surveyPart.held.peek()?.nikFindings(...asked) ?? [],
    addHousehold: async (...found) => (await surveyPart.call()).edits.addHousehold(...found),
    newEntryId: () => ids.uuidv7(),
    place: (household) => Promise.resolve(memory.tables.place.get(household ?? ONLY)?.body ?? null),
    rememberPlace: (place: Place) =>
      commitPlan(ports, nothingMore, (plan): 'saved' => {
        putPlace(plan, place, clock.now())
        return 'saved'
      }),
  }
}

const nothingMore = () => Promise.resolve(null)
