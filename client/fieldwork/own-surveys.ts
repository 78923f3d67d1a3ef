import type { ChangeId } from '../../shared/ids.ts'
import { streamOf } from '../../shared/population/area.ts'
import { EMPTY_DOCUMENT } from '../../shared/survey/document.ts'
import type { Change } from '../../shared/sync/change.ts'
import { mergePatch } from '../../shared/sync/merge.ts'
import type { ChangeResult, OwnSurvey, SurveyRecord, SyncReply } from '../../shared/sync/protocol.ts'
import type { Plan } from './plan.ts'

/**
 * Merges this device's changes into the survey as it holds it, as the server did. Rule [N6].
 * @returns false where what it holds is not what the server merged them into
 */
export function makeOwn(
  plan: Plan,
  own: OwnSurvey,
  results: ReadonlyMap<ChangeId, ChangeResult>,
  { epoch, at }: SyncReply,
): boolean {
  const row = plan.get('surveys', own.survey)
  const held = row?.body.epoch === epoch ? row.body : null
  if (held && held.record.version >= own.version) return true
  const changes = [...results.values()]
    .filter(({ survey }) => survey === own.survey)
    .sort((a, b) => a.version - b.version)
    .flatMap(({ receipt }) => plan.get('outbox', receipt.change)?.body.change ?? [])
  const [first] = changes
  const from = held?.record ?? (first ? beginning(first, own) : null)
  if (!from || from.version + changes.length !== own.version) return false
  let { document } = from
  for (const { patch } of changes) {
    const merge = mergePatch(document, patch)
    if (merge.conflicts.length > 0) return false
    document = merge.document
  }
  const plain = { document, review: null, conflicts: [] }
  const record: SurveyRecord = { ...from, ...plain, version: own.version, status: own.status }
  const body = { receivedAt: null, refused: null, ...held, record, epoch }
  plan.put('surveys', own.survey, { area: streamOf(record.area), state: own.status, at }, body)
  return true
}

function beginning({ survey, household, registerVersion }: Change, { area }: OwnSurvey): SurveyRecord | null {
  if (!area) return null
  const nothing = { version: 0, document: EMPTY_DOCUMENT, late: false, conflicts: [], review: null }
  return { id: survey, household, registerVersion, area, status: 'draft', ...nothing }
}
