import { entriesOf, type AttachmentAnswers, type SurveyDocument } from '../../shared/survey/document.ts'
import type { HouseholdId, SurveyId } from '../../shared/ids.ts'
import type { Patch } from '../../shared/sync/patch.ts'
import type { Found, Records } from '../ports/records.ts'
import type { OwnPhoto, PhotoBook } from '../ports/uploads.ts'
import type { DeviceBodies, OutboxEntry } from './bodies.ts'
import { surveyWritten } from './household-facts.ts'
import type { Memory } from './memory.ts'

/** What a device's surveys say of photos. */
export type DevicePhotos = PhotoBook & {
  /** hashes of all that are needed here; null where nobody can tell */
  readonly named: () => ReadonlySet<string> | null
}

type About = {
  readonly survey: SurveyId
  readonly household: HouseholdId
  readonly isSurveyReceived: boolean
}

/** Photos by the attachment that shows them: a later change may show another one there, or none. */
type Shown = Map<string, OwnPhoto>

/** Photos that the surveys on this device show, with this device's own changes over them. */
export function ownPhotos({ tables, work }: Pick<Memory, 'tables' | 'work'>): readonly OwnPhoto[] {
  const shown: Shown = new Map()
  for (const { body } of tables.surveys.values()) {
    const { id, household, document } = body.record
    showDocument(shown, document, { survey: id, household, isSurveyReceived: true })
  }
  for (const entry of work.peek().outbox) showChange(shown, entry)
  for (const { body } of work.peek().open) {
    showPatch(shown, body.patch, { ...body, isSurveyReceived: false })
  }
  return [...shown.values()]
}

/** Photos that settled changes showed: their surveys may have left this device. */
export async function settledPhotos(records: Records<DeviceBodies>): Promise<readonly OwnPhoto[]> {
  const shown: Shown = new Map()
  const settled = await records.where('outbox', 'state', 'settled')
  for (const entry of settled.toSorted((a, b) => a.body.change.seq - b.body.change.seq))
    showChange(shown, entry)
  return [...shown.values()]
}

function showDocument(shown: Shown, { attachments }: SurveyDocument, about: About): void {
  for (const [entry, { sha256, bytes = 0, takenAt = '' }] of entriesOf<AttachmentAnswers>(attachments)) {
    const { survey, household, isSurveyReceived } = about
    if (sha256 !== undefined)
      shown.set(`${survey}/${entry}`, { sha256, bytes, takenAt, household, isSurveyReceived })
  }
}

function showChange(shown: Shown, { state, body }: Found<OutboxEntry>): void {
  const { patch, household } = body.change
  // What a supervisor holds back has arrived as well.
  showPatch(shown, patch, { survey: surveyWritten(body), household, isSurveyReceived: state !== 'waiting' })
}

function showPatch(shown: Shown, patch: Patch, { survey, household, isSurveyReceived }: About): void {
  const said = (entry: string, field: string) => patch[`attachments/${entry}/${field}`]?.to ?? null
  for (const [path, { to }] of Object.entries(patch)) {
    const [part, entry = '', field] = path.split('/')
    if (part !== 'attachments') continue
    const key = `${survey}/${entry}`
    if (field === 'removed' && to !== null) shown.delete(key)
    if (field !== 'sha256' || said(entry, 'removed') !== null) continue
    if (typeof to !== 'string') shown.delete(key)
    else if (shown.get(key)?.sha256 !== to) {
      const [bytes, takenAt] = [said(entry, 'bytes'), said(entry, 'takenAt')]
      shown.set(key, {
        sha256: to,
        household,
        bytes: typeof bytes === 'number' ? bytes : 0,
        takenAt: typeof takenAt === 'string' ? takenAt : '',
        isSurveyReceived,
      })
    }
  }
}
