import { fault, isFault, type Fault } from '../../shared/faults.ts'
import { surveyIdOf, type HouseholdId } from '../../shared/ids.ts'
import { jakartaDate } from '../../shared/period.ts'
import { streamOf, type Area } from '../../shared/population/area.ts'
import { statusAfter } from '../../shared/review/status.ts'
import { isKnownPatch } from '../../shared/sync/change.ts'
import { EMPTY_DOCUMENT } from '../../shared/survey/document.ts'
import { visitDateOf } from '../../shared/survey/visit-date.ts'
import { findingsOf, isComplete, isSettled } from '../../shared/review/findings.ts'
import type { Clock } from '../ports/clock.ts'
import type { Edit, FieldWork, LastWords, Submission } from '../ports/field-work.ts'
import type { HalfTyped } from '../ports/half-typed.ts'
import type { Ids } from '../ports/ids.ts'
import type { Records } from '../ports/records.ts'
import type { DeviceBodies, OpenChange } from './bodies.ts'
import { halfTypedIn, putHalfTyped } from './half-typed.ts'
import { withHalfTyped } from './half-typed-findings.ts'
import { surveyOf } from './household-survey.ts'
import { joinEdits } from './join-edits.ts'
import type { LookAlikeIndex } from './look-alikes/look-alike-index.ts'
import { nikFindings } from './look-alikes/nik-findings.ts'
import type { Memory } from './memory.ts'
import { commitPlan, type Plan } from './plan.ts'
import { putPlace } from './put-place.ts'

export type EditPorts = {
  readonly memory: Memory
  readonly records: Records<DeviceBodies>
  readonly clock: Clock
  readonly ids: Ids
  /** everybody in the device's households */
  readonly people: Pick<LookAlikeIndex, 'withNik'>
  /** hears of work once it is durable */
  readonly worked: (work: 'edit' | 'submission') => void
}

export type SurveyEdits = Pick<FieldWork, 'answer' | 'submit' | 'addHousehold'>

/** Takes what the enumerator enters, as `FieldWork` promises it. */
export function createSurveyEdits(ports: EditPorts): SurveyEdits {
  const { memory, clock, ids, people, worked } = ports

  const nothingMore = () => Promise.resolve(null)

  const commit = <Result>(draw: (plan: Plan) => Result) => commitPlan(ports, nothingMore, draw)

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
    { survey, known }: NonNullable<ReturnType<typeof openSurvey>>,
    document = survey.document,
  ) {
    return findingsOf(document, known, visitDateOf(document, jakartaDate(clock.now())))
  }

  function joinChecked({ survey, open }: NonNullable<ReturnType<typeof openSurvey>>, edits: readonly Edit[]) {
    const joined = joinEdits(survey, open.patch, edits)
    if (!isKnownPatch(joined.patch)) throw new Error(`no answer of the questionnaire: ${pathsOf(edits)}`)
    return joined
  }

  async function answer(
    household: HouseholdId,
    edits: readonly Edit[],
    halfTyped?: HalfTyped,
  ): Promise<'saved' | Fault> {
    const outcome = await commit((plan): 'saved' | Fault => {
      const opened = openSurvey(plan, household)
      if (!opened) return fault('not-found', { household })
      const { open, stream } = opened
      const joined = joinChecked(opened, edits)
      // What was submitted and is taken apart again before it was sent is no submission any more.
      const submits = open.submits && isComplete(findingsNow(opened, joined.document))
      putOpen(plan, stream, { ...open, patch: joined.patch, submits })
      if (halfTyped) putHalfTyped(plan, household, halfTyped, clock.now())
      return 'saved'
    })
    if (outcome === 'saved' && edits.length > 0) worked('edit')
    return outcome
  }

  async function submit(household: HouseholdId, last?: LastWords): Promise<Submission> {
    const outcome = await commit((plan): Submission => {
      const opened = openSurvey(plan, household)
      if (!opened) return { kind: 'failed', fault: fault('not-found', { household }) }
      const { document, patch } = joinChecked(opened, last?.edits ?? [])
      const visitDate = visitDateOf(document, jakartaDate(clock.now()))
      const findings = withHalfTyped(
        [...findingsNow(opened, document), ...nikFindings(household, document, people)],
        halfTypedIn(memory, household),
        document,
        visitDate,
      )
      const isDone = isSettled(findings)
      const submits = isDone && statusAfter(opened.survey.status, 'submit') !== null
      putOpen(plan, opened.stream, { ...opened.open, patch, submits: opened.open.submits || submits })
      if (!isDone) return { kind: 'incomplete', findings: errorsFirst(findings) }
      putHalfTyped(plan, household, {}, clock.now())
      if (last) putPlace(plan, last.place, clock.now())
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

  return { answer, submit, addHousehold }
}

function pathsOf(edits: readonly Edit[]): string {
  return edits.map(({ path }) => path).join(', ')
}

function errorsFirst<Item extends { readonly level: 'error' | 'warning' }>(findings: readonly Item[]) {
  return findings.toSorted((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning'))
}
