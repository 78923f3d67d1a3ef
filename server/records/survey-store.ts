import type { Database, Transaction } from '../database/database.ts'
import type { AccountId, HouseholdId, SurveyId } from '../../shared/ids.ts'
import { streamOf, type Area } from '../../shared/population/area.ts'
import type { SurveyStatus } from '../../shared/review/status.ts'
import { entriesOf, type SurveyDocument } from '../../shared/survey/document.ts'
import type { SurveyRecord } from '../../shared/sync/protocol.ts'
import { createReferenceNotes } from './attachment-references.ts'
import type { Feed } from './feed.ts'

/** A survey as the server holds it, with what only the server needs. */
export type StoredSurvey = Omit<SurveyRecord, 'conflicts' | 'review'> & {
  readonly review: (NonNullable<SurveyRecord['review']> & { readonly heir?: AccountId }) | null
  /** version of the questionnaire that it was begun with */
  readonly form: number
  readonly author: AccountId
  /** order of the approval that stands, null where none does */
  readonly approvedSeq: number | null
  /** groups in conflict */
  readonly openConflicts: number
  /** the household's name, for lists */
  readonly name: string
}

export type StoredConflict = {
  readonly group: string
  readonly device: string
  readonly account: AccountId
  readonly change: string
  readonly at: string
  /** by path: what stands and what was offered */
  readonly answers: Readonly<Record<string, { readonly current: unknown; readonly offered: unknown }>>
}

type SurveyRow = {
  id: string
  household_id: string
  register_version: number
  kelurahan: string
  rw: string
  rt: string
  status: string
  version: number
  late: number
  form: number
  conflicts: number
  name: string
  author_id: string
  approved_seq: number | null
  review: string | null
  document: string
}

export type SurveyStore = {
  find: (id: SurveyId) => StoredSurvey | null
  /** The survey as an account's phones receive it: to whom it was handed over is told to everybody but them. */
  record: (id: SurveyId, reader: AccountId) => SurveyRecord | null
  /** Writes the survey as its next version and announces it in its stream. */
  save: (tx: Transaction, survey: StoredSurvey) => void
  conflicts: (id: SurveyId) => readonly StoredConflict[]
  /** Keeps a device's latest answers of a group until a person chooses. */
  holdConflict: (tx: Transaction, survey: SurveyId, conflict: StoredConflict) => void
  /** Drops conflicts of a group: of one device that came round, or of all when a person chose. */
  dropConflict: (tx: Transaction, survey: SurveyId, group: string, device?: string) => void
}

/** Surveys and their open conflicts. */
export function createSurveyStore(database: Database, feed: Feed): SurveyStore {
  const byId = database.query<SurveyRow>(
    `select id, household_id, register_version, kelurahan, rw, rt, status, version, late, form, conflicts, name,
       author_id, approved_seq, review, document from survey where id = ?`,
  )
  const upsert = database.command(
    `insert into survey (id, household_id, register_version, kelurahan, rw, rt, stream, status, version, late, form,
       conflicts, problems, name, author_id, approved_seq, review, created_at, updated_at, document)
     values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,
       (select count(distinct answer_group) from conflict where survey_id = ?1), ?12, ?13, ?14, ?15, ?16, ?17, ?17, ?18)
     on conflict (id) do update set status = excluded.status, version = excluded.version, late = excluded.late,
       conflicts = excluded.conflicts, problems = excluded.problems, name = excluded.name, author_id = excluded.author_id,
       approved_seq = excluded.approved_seq, review = excluded.review, updated_at = excluded.updated_at,
       document = excluded.document`,
  )
  const conflictsOf = database.query<{
    answer_group: string
    device_id: string
    account_id: string
    change_id: string
    at: string
    answers: string
  }>('select * from conflict where survey_id = ? order by answer_group, at, device_id')
  const hold = database.command(
    `insert into conflict (survey_id, answer_group, device_id, account_id, change_id, at, answers)
     values (?, ?, ?, ?, ?, ?, ?)
     on conflict (survey_id, answer_group, device_id)
       do update set change_id = excluded.change_id, at = excluded.at, answers = excluded.answers`,
  )
  const noteReferences = createReferenceNotes(database)
  const drop = database.command(
    'delete from conflict where survey_id = ?1 and answer_group = ?2 and (?3 is null or device_id = ?3)',
  )

  const find: SurveyStore['find'] = (id) => {
    const row = byId.get(id)
    return row ? surveyOf(row) : null
  }
  const conflicts: SurveyStore['conflicts'] = (id) =>
    conflictsOf.all(id).map((row) => ({
      group: row.answer_group,
      device: row.device_id,
      account: row.account_id as AccountId,
      change: row.change_id,
      at: row.at,
      answers: JSON.parse(row.answers) as StoredConflict['answers'],
    }))
  return {
    find,
    conflicts,
    record: (id, reader) => {
      const survey = find(id)
      if (!survey) return null
      const { household, registerVersion, area, version, status, document, late } = survey
      const groups = survey.openConflicts === 0 ? [] : conflicts(id).map(({ group }) => group)
      const review = survey.review && reviewFor(reader, survey.review)
      const record = { id, household, registerVersion, area, version, status, document, late, review }
      return { ...record, conflicts: [...new Set(groups)] }
    },
    save: (tx, survey) => {
      const stream = streamOf(survey.area)
      upsert(
        tx,
        survey.id,
        survey.household,
        survey.registerVersion,
        survey.area.kelurahan,
        survey.area.rw,
        survey.area.rt,
        stream,
        survey.status,
        survey.version,
        survey.late ? 1 : 0,
        survey.form,
        entriesOf(survey.document.problems).length,
        survey.name,
        survey.author,
        survey.approvedSeq,
        survey.review ? JSON.stringify(survey.review) : null,
        tx.at.toISOString(),
        JSON.stringify(survey.document),
      )
      noteReferences(tx, survey.id, survey.document)
      feed.announce(tx, stream, 'survey', survey.id)
    },
    holdConflict: (tx, survey, conflict) => {
      const { group, device, account, change, at } = conflict
      hold(tx, survey, group, device, account, change, at, JSON.stringify(conflict.answers))
    },
    dropConflict: (tx, survey, group, device) => {
      drop(tx, survey, group, device ?? null)
    },
  }
}

function reviewFor(
  reader: AccountId,
  { reason, by, at, heir, handedTo }: NonNullable<StoredSurvey['review']>,
): SurveyRecord['review'] {
  return { reason, by, at, ...(heir !== reader && handedTo !== undefined && { handedTo }) }
}

function surveyOf(row: SurveyRow): StoredSurvey {
  return {
    id: row.id as SurveyId,
    household: row.household_id as HouseholdId,
    registerVersion: row.register_version,
    area: { kelurahan: row.kelurahan, rw: row.rw, rt: row.rt } as Area,
    version: row.version,
    status: row.status as SurveyStatus,
    document: JSON.parse(row.document) as SurveyDocument,
    late: row.late === 1,
    review: row.review === null ? null : (JSON.parse(row.review) as StoredSurvey['review']),
    form: row.form,
    author: row.author_id as AccountId,
    approvedSeq: row.approved_seq,
    openConflicts: row.conflicts,
    name: row.name,
  }
}
