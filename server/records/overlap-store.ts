import type { AccountId, ChangeId, SurveyId } from '../../shared/ids.ts'
import type { Path } from '../../shared/survey/path.ts'
import type { Overlap } from '../../shared/sync/overlap.ts'
import type { Database, Transaction } from '../database/database.ts'

/** An overlap as it came about: whose change, on which version it was made and to which it led. */
export type StoredOverlap = Overlap<AccountId> & {
  readonly change: ChangeId
  readonly account: AccountId
  readonly base: number
  readonly version: number
  readonly at: string
}

export type OverlapStore = {
  readonly keep: (tx: Transaction, survey: SurveyId, overlap: StoredOverlap) => void
  /** Those of a survey that no approval has seen, in the order of their versions. */
  readonly open: (survey: SurveyId) => readonly StoredOverlap[]
  /** @param approval its place in the order of all changes */
  readonly see: (tx: Transaction, survey: SurveyId, approval: number) => void
  /** Opens again what was seen with an approval that is taken back. */
  readonly unsee: (tx: Transaction, survey: SurveyId, approval: number) => void
}

/** Overlaps of surveys, each until an approval. Rules [M8] and [M9] of shared/sync/SPEC.md. */
export function createOverlapStore(database: Database): OverlapStore {
  const openOf = database.query<{
    change_id: ChangeId
    account_id: AccountId
    other_account_id: AccountId
    base: number
    version: number
    at: string
    paths: string
    other_paths: string
  }>('select * from overlap where survey_id = ? and seen_seq is null order by version, other_account_id')
  const insert = database.command(
    `insert into overlap (survey_id, change_id, account_id, other_account_id, base, version, at, paths, other_paths)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const see = database.command('update overlap set seen_seq = ?2 where survey_id = ?1 and seen_seq is null')
  const unsee = database.command('update overlap set seen_seq = null where survey_id = ?1 and seen_seq = ?2')
  return {
    keep: (tx, survey, { change, account, other, base, version, at, paths, otherPaths }) => {
      const [own, others] = [JSON.stringify(paths), JSON.stringify(otherPaths)]
      insert(tx, survey, change, account, other, base, version, at, own, others)
    },
    open: (survey) =>
      openOf.all(survey).map((row) => ({
        change: row.change_id,
        account: row.account_id,
        other: row.other_account_id,
        base: row.base,
        version: row.version,
        at: row.at,
        paths: JSON.parse(row.paths) as readonly Path[],
        otherPaths: JSON.parse(row.other_paths) as readonly Path[],
      })),
    see: (tx, survey, approval) => void see(tx, survey, approval),
    unsee: (tx, survey, approval) => void unsee(tx, survey, approval),
  }
}
