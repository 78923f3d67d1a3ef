import type { AccountId, ChangeId, HouseholdId } from '../../shared/ids.ts'
import { aliasesOf, type AliasRow, type Aliases } from '../../shared/sync/aliases.ts'
import type { Database, Transaction } from '../database/database.ts'

export type AliasKind = 'household' | 'person'

/** One supervisor's word on two households or persons. */
export type StoredAlias = AliasRow<string> & {
  readonly kind: AliasKind
  readonly request: ChangeId
  /** where the two live; of a household itself */
  readonly household: HouseholdId
  readonly asHousehold: HouseholdId
  readonly reason: string
  readonly account: AccountId
  readonly at: string
}

export type AliasStore = {
  readonly households: () => Aliases<HouseholdId>
  readonly of: (kind: AliasKind) => Aliases<string>
  /** The row that a request left. */
  readonly find: (request: ChangeId) => StoredAlias | null
  /** The join of a household or person that holds, null where it stands for itself. */
  readonly standing: (kind: AliasKind, id: string) => StoredAlias | null
  readonly append: (tx: Transaction, alias: Omit<StoredAlias, 'at'>) => void
}

type Row = {
  request: ChangeId
  kind: AliasKind
  act: StoredAlias['act']
  subject: string
  sameAs: string
  household: HouseholdId
  asHousehold: HouseholdId
  reason: string
  account: AccountId
  at: string
}

const COLUMNS = `id as request, kind, act, subject_id as subject, same_as_id as sameAs,
  subject_household_id as household, same_as_household_id as asHousehold, reason, account_id as account, at`

/** The log of aliases and what follows from it. Rules [I1] to [I4] of shared/sync/SPEC.md. */
export function createAliasStore(database: Database): AliasStore {
  const last = database.query<{ seq: number | null }>('select max(seq) as seq from alias')
  const ofKind = database.query<{ subject: string; sameAs: string; act: StoredAlias['act'] }>(
    'select subject_id as subject, same_as_id as sameAs, act from alias where kind = ? order by seq',
  )
  const byRequest = database.query<Row>(`select ${COLUMNS} from alias where id = ?`)
  const lastJoin = database.query<Row>(
    `select ${COLUMNS} from alias where kind = ? and subject_id = ? and same_as_id = ? and act = 'join'
     order by seq desc limit 1`,
  )
  const insert = database.command(
    `insert into alias (id, kind, act, subject_id, same_as_id, subject_household_id, same_as_household_id, reason,
       account_id, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )

  // Nothing of the log changes but its end: what followed from it holds until there is more.
  const kept = new Map<AliasKind, { readonly seq: number; readonly aliases: Aliases<string> }>()
  function aliases<Id extends string>(kind: AliasKind): Aliases<Id> {
    const seq = last.get()?.seq ?? 0
    const before = kept.get(kind)
    const rows = ofKindRows(kind)
    const now = before?.seq === seq ? before : { seq, aliases: aliasesOf(rows) }
    kept.set(kind, now)
    return now.aliases as unknown as Aliases<Id>
  }
  function* ofKindRows(kind: AliasKind): Iterable<AliasRow<string>> {
    for (const { subject, sameAs, act } of ofKind.all(kind)) yield { id: subject, as: sameAs, act }
  }

  return {
    households: () => aliases('household'),
    of: aliases,
    find: (request) => {
      const row = byRequest.get(request)
      return row ? aliasOf(row) : null
    },
    standing: (kind, id) => {
      const as = aliases(kind).as.get(id)
      const row = as === undefined ? undefined : lastJoin.get(kind, id, as)
      return row ? aliasOf(row) : null
    },
    append: (tx, { request, kind, act, id, as, household, asHousehold, reason, account }) => {
      insert(tx, request, kind, act, id, as, household, asHousehold, reason, account, tx.at.toISOString())
    },
  }
}

function aliasOf({ subject, sameAs, ...row }: Row): StoredAlias {
  return { ...row, id: subject, as: sameAs }
}
