import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { fault, isFault, type Fault } from '../../shared/faults.ts'
import { surveyIdOf, type HouseholdId } from '../../shared/ids.ts'
import { jakartaDate } from '../../shared/period.ts'
import { streamOf, type Area } from '../../shared/population/area.ts'
import { statusAfter } from '../../shared/review/status.ts'
import { EMPTY_DOCUMENT } from '../../shared/survey/document.ts'
import type { Clock } from '../ports/clock.ts'
import type { Edit, FieldWork, Place, Submission, SurveyView } from '../ports/field-work.ts'
import type { Ids } from '../ports/ids.ts'
import type { Records } from '../ports/records.ts'
import { ONLY, type DeviceBodies, type OpenChange } from './bodies.ts'
import { surveyOf } from './household-survey.ts'
import { joinEdits } from './join-edits.ts'
import type { LookAlikeIndex } from './look-alikes/look-alike-index.ts'
import { nikFindings } from './look-alikes/nik-findings.ts'
import type { Memory } from './memory.ts'
import { outboxLines } from './outbox-lines.ts'
import { commitPlan, type Plan } from './plan.ts'
import type { RulesOnCall } from './rules-on-call.ts'
import type { SurveyRules } from './survey-rules.ts'
import { viewOf } from './survey-view.ts'
import { unsentSurveys } from './unsent-surveys.ts'
import { visitDateOf } from './visit-date.ts'

type Ports = {
  readonly memory: Memory
  readonly records: Records<DeviceBodies>
  readonly clock: Clock
  readonly ids: Ids
  readonly rules: RulesOnCall
  /** of all households */
  readonly people: LookAlikeIndex
  /** hears of work once it is durable */
  readonly worked: (work: 'edit' | 'submission') => void
}

/** What the enumerator's screens work with. */
export function createFieldWork(ports: Ports): FieldWork {
  const { memory, records, clock, ids, rules, people, worked } = ports
  const views = new Map<HouseholdId, ReadonlySignal<SurveyView | null>>()
  const retired = signal(false)
  records.onRetired(() => (retired.value = true))

  const nothingMore = () => Promise.resolve(null)
  const commit = <Result>(draw: (plan: Plan) => Result) => commitPlan(ports, nothingMore, draw)

  function view(household: HouseholdId): ReadonlySignal<SurveyView | null> {
    let shown: SurveyView | null = null
    let card: unknown
    return computed(() => {
      const judging = rules.held.value
      if (!judging) return null
      const now = memory.cards.value.get(household)
      // Other households change the map, too; the same card means the same view.
      if (now === card) return shown
      card = now
      const facts = now ? memory.facts(household) : null
      shown = facts && viewOf(facts, ids, clock.now(), judging)
      return shown
    })
  }

  function putOpen(plan: Plan, area: string, open: OpenChange): void {
    const keys = { area, state: open.submits ? 'submits' : 'gathers', at: clock.now().toISOString() }
    if (open.submits || Object.keys(open.patch).length > 0) plan.put('openChanges', open.survey, keys, open)
    else if (plan.get('openChanges', open.survey)) plan.remove('openChanges', open.survey)
  }

  /** The survey with its open change, new or as it has gathered; null where the household is not here. */
  function openSurvey(plan: Plan, household: HouseholdId) {
    const facts = memory.facts(household)
    if (!facts) return null
    plan.check('households', household)
    const survey = surveyOf(facts, ids)
    const open: OpenChange = plan.get('openChanges', survey.survey)?.body ?? {
      survey: survey.survey,
      household,
      registerVersion: survey.registerVersion,
      scope: memory.progress.peek().scope,
      patch: {},
      submits: false,
    }
    const { record, stream } = facts.household.body
    return { survey, open, known: record.known, stream }
  }

  function findingsNow(
    { findingsOf }: SurveyRules,
    { survey, known }: NonNullable<ReturnType<typeof openSurvey>>,
    document = survey.document,
  ) {
    return findingsOf(document, known, visitDateOf(document, clock.now()))
  }

  async function answer(household: HouseholdId, edits: readonly Edit[]): Promise<'saved' | Fault> {
    const judging = await rules.call()
    const outcome = await commit((plan): 'saved' | Fault => {
      const opened = openSurvey(plan, household)
      if (!opened) return fault('not-found', { household })
      const { open, survey, stream } = opened
      const joined = joinEdits(survey, open.patch, edits)
      if (!judging.isKnownPatch(joined.patch))
        throw new Error(`no answer of the questionnaire: ${pathsOf(edits)}`)
      // What was submitted and is taken apart again before it was sent is no submission any more.
      const submits = open.submits && judging.isComplete(findingsNow(judging, opened, joined.document))
      putOpen(plan, stream, { ...open, patch: joined.patch, submits })
      return 'saved'
    })
    if (outcome === 'saved') worked('edit')
    return outcome
  }

  async function submit(household: HouseholdId): Promise<Submission> {
    const judging = await rules.call()
    const outcome = await commit((plan): Submission => {
      const opened = openSurvey(plan, household)
      if (!opened) return { kind: 'failed', fault: fault('not-found', { household }) }
      const doubles = nikFindings(household, opened.survey.document, people)
      const findings = [...findingsNow(judging, opened), ...doubles]
      if (!judging.isSettled(findings)) return { kind: 'incomplete', findings: errorsFirst(findings) }
      if (statusAfter(opened.survey.status, 'submit')) {
        putOpen(plan, opened.stream, { ...opened.open, submits: true })
      }
      return { kind: 'submitted' }
    })
    if (isFault(outcome)) return { kind: 'failed', fault: outcome }
    if (outcome.kind === 'submitted') worked('submission')
    return outcome
  }

  async function addHousehold(area: Area, address: string): Promise<HouseholdId | Fault> {
    const household = ids.uuidv7() as HouseholdId
    const at = clock.now().toISOString()
    const stream = streamOf(area)
    const location = Object.entries({ ...area, address: address.trim() })
    const edits = location.map(([field, to]) => ({ path: `location/${field}`, to }))
    const { patch } = joinEdits({ document: EMPTY_DOCUMENT, conflicts: [] }, {}, edits)
    const outcome = await commit((plan) => {
      const asOf = jakartaDate(clock.now())
      const record = {
        id: household,
        registerVersion: 0,
        area,
        source: 'list',
        asOf,
        known: EMPTY_DOCUMENT,
      } as const
      plan.put('households', household, { area: stream, state: 'added', at }, { record, stream })
      putOpen(plan, stream, {
        survey: surveyIdOf(ids.uuidv5, household, 0),
        household,
        registerVersion: 0,
        scope: memory.progress.peek().scope,
        patch,
        submits: false,
      })
    })
    if (isFault(outcome)) return outcome
    worked('edit')
    return household
  }

  return {
    households: memory.cards,
    unsent: computed(() => unsentSurveys(memory.work.value)),
    outbox: computed(() => outboxLines(memory.work.value)),
    retired,
    ready: async () => void (await rules.call()),
    survey(household) {
      const known = views.get(household) ?? view(household)
      views.set(household, known)
      return known
    },
    answer,
    submit,
    lookAlikes: people.find,
    nikFindings: (household, document) => nikFindings(household, document, people),
    addHousehold,
    newEntryId: () => ids.uuidv7(),
    place: () => Promise.resolve(memory.tables.place.get(ONLY)?.body ?? null),
    rememberPlace: (place: Place) =>
      commit((plan): 'saved' => {
        plan.put('place', ONLY, { area: '', state: '', at: clock.now().toISOString() }, place)
        return 'saved'
      }),
  }
}

function pathsOf(edits: readonly Edit[]): string {
  return edits.map(({ path }) => path).join(', ')
}

function errorsFirst<Item extends { readonly level: 'error' | 'warning' }>(findings: readonly Item[]) {
  return findings.toSorted((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning'))
}
