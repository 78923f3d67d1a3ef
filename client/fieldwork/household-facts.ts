import type { Changed, Found } from '../ports/records.ts'
import type { HouseholdId, SurveyId } from '../../shared/ids.ts'
import type { DeviceBodies, OpenChange, OutboxEntry, StoredHousehold, StoredSurvey } from './bodies.ts'

/** All that a device holds of one household. */
export type HouseholdFacts = {
  readonly household: Found<StoredHousehold>
  readonly surveys: readonly Found<StoredSurvey>[]
  readonly open: readonly Found<OpenChange>[]
  /** not settled yet, by sequence number */
  readonly outbox: readonly Found<OutboxEntry>[]
  /** a running request carries changes of it */
  readonly sending: boolean
}

/** The household and survey that a record is about, null for the device's own settings or a record that is gone. */
export function subjectOf(
  changed: Changed<DeviceBodies>,
): { readonly household: HouseholdId; readonly survey: SurveyId | null } | null {
  if (!changed.found) return null
  switch (changed.table) {
    case 'households':
      return { household: changed.found.body.record.id, survey: null }
    case 'surveys':
      return { household: changed.found.body.record.household, survey: changed.found.body.record.id }
    case 'openChanges':
      return { household: changed.found.body.household, survey: changed.found.body.survey }
    case 'outbox':
      return { household: changed.found.body.change.household, survey: surveyWritten(changed.found.body) }
    case 'sequence':
    case 'progress':
    case 'place':
      return null
  }
}

/** The survey that a change went to: the server moves one that reaches a folded survey to the next. */
export function surveyWritten(entry: OutboxEntry): SurveyId {
  return entry.result?.survey ?? entry.change.survey
}
