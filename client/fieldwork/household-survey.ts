import type { FaultCode } from '../../shared/faults.ts'
import { surveyIdOf, type SurveyId } from '../../shared/ids.ts'
import { statusAfter, statusAfterEdit, type SurveyStatus } from '../../shared/review/status.ts'
import { EMPTY_DOCUMENT, type SurveyDocument } from '../../shared/survey/document.ts'
import { remembered } from '../../shared/survey/remembered.ts'
import { mergePatch, type MergeConflict } from '../../shared/sync/merge.ts'
import type { Patch } from '../../shared/sync/patch.ts'
import type { Ids } from '../ports/ids.ts'
import type { Found } from '../ports/records.ts'
import type { OpenChange, OutboxEntry, StoredSurvey } from './bodies.ts'
import { surveyWritten, type HouseholdFacts } from './household-facts.ts'

/** A household's current survey on this device: what the server holds, and the own changes over it. */
export type HouseholdSurvey = {
  readonly survey: SurveyId
  readonly registerVersion: number
  readonly stored: StoredSurvey | null
  readonly open: Found<OpenChange> | null
  readonly document: SurveyDocument
  readonly conflicts: readonly MergeConflict[]
  readonly status: SurveyStatus
  /** a submission of this device that has no receipt yet */
  readonly submitted: boolean
  readonly unsent: boolean
  /** the oldest change of it that is held in quarantine */
  readonly quarantined: OutboxEntry | null
  readonly refused: FaultCode | null
  readonly receivedAt: string | null
}

type Own = { readonly patch: Patch; readonly submits: boolean; readonly entry: OutboxEntry | null }

/**
 * Rebases a device's changes on the server's version, by the same merge as the server's. The survey is the one
 * of the register's version; an older one as long as it alone holds work that the server does not have.
 */
export function surveyOf(facts: HouseholdFacts, ids: Pick<Ids, 'uuidv5'>): HouseholdSurvey {
  return rebased(facts, ids)
}

// Its card, its screen and its next edit ask for it in turn.
const rebased = remembered((facts: HouseholdFacts, ids: Pick<Ids, 'uuidv5'>): HouseholdSurvey => {
  const { survey, registerVersion } = currentSurvey(facts, ids)
  const stored = facts.surveys.find((found) => found.id === survey)?.body ?? null
  const open = facts.open.find((found) => found.id === survey) ?? null
  const outbox = facts.outbox.filter((found) => surveyWritten(found.body) === survey)
  const own: readonly Own[] = [
    ...outbox.map(({ body }) => ({
      patch: body.change.patch,
      submits: body.change.command !== undefined && !body.result?.refused,
      entry: body,
    })),
    ...(open ? [{ ...open.body, entry: null }] : []),
  ]
  const waiting = own.filter(({ entry }) => entry === null || entry.result === null)
  const submitted = waiting.some(({ submits }) => submits)
  return {
    survey,
    registerVersion,
    stored,
    open,
    ...documentOf(stored?.record.document ?? EMPTY_DOCUMENT, own),
    status: statusOf(stored?.record.status ?? 'draft', own),
    submitted,
    unsent: waiting.length > 0,
    quarantined: outbox.find(({ state }) => state === 'quarantined')?.body ?? null,
    refused: submitted ? null : lastRefusal(stored, outbox),
    receivedAt:
      outbox.findLast(({ body }) => body.result)?.body.result?.receipt.at ?? stored?.receivedAt ?? null,
  }
})

function currentSurvey({ household, open, outbox }: HouseholdFacts, { uuidv5 }: Pick<Ids, 'uuidv5'>) {
  const { id, registerVersion } = household.body.record
  const current = { survey: surveyIdOf(uuidv5, id, registerVersion), registerVersion }
  const unsent = [
    ...open.map(({ body }) => body),
    ...outbox.filter(({ state }) => state === 'waiting').map(({ body }) => body.change),
  ]
  if (unsent.length === 0 || unsent.some(({ survey }) => survey === current.survey)) return current
  return unsent[0] ?? current
}

function documentOf(base: SurveyDocument, own: readonly Own[]) {
  const conflicts: MergeConflict[] = []
  let document = base
  for (const { patch } of own) {
    const merge = mergePatch(document, patch)
    document = merge.document
    conflicts.push(...merge.conflicts)
  }
  return { document, conflicts }
}

function statusOf(base: SurveyStatus, own: readonly Own[]): SurveyStatus {
  return own
    .filter(({ entry }) => entry?.result?.outcome !== 'quarantined')
    .reduce((status, { patch, submits }) => {
      const edited = Object.keys(patch).length > 0 ? afterEdit(status) : status
      return submits ? (statusAfter(edited, 'submit') ?? edited) : edited
    }, base)
}

/** Edits of a folded survey open the household's next one, which starts as a draft. */
function afterEdit(status: SurveyStatus): SurveyStatus {
  return status === 'folded' ? 'draft' : statusAfterEdit(status)
}

function lastRefusal(stored: StoredSurvey | null, outbox: readonly Found<OutboxEntry>[]): FaultCode | null {
  const answered = outbox.findLast(({ body }) => body.change.command !== undefined && body.result !== null)
  return answered ? (answered.body.result?.refused ?? null) : (stored?.refused ?? null)
}
