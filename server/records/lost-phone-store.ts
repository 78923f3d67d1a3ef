import type { LostPhone, LostPhoneReport } from '../../shared/api/lost-phones.ts'
import type { AssignedArea } from '../../shared/api/session.ts'
import type { AccountId, DeviceId } from '../../shared/ids.ts'
import type { Database, Transaction } from '../database/database.ts'

type Row = {
  device: string
  enumerator: string
  unsent: number | null
  notedAt: string | null
  lastSyncAt: string | null
  reportedAt: string
}

export type LostPhoneStore = {
  /**
   * Notes that a device of the account came back empty. What the phone remembers counts more than that it remembers
   * nothing; the rest of an earlier report stays.
   * @returns false where nothing new was said, the device is not the account's, or it never spoke to this server
   */
  report: (tx: Transaction, account: AccountId, report: LostPhoneReport) => boolean
  /** Those of enumerators who hold an area in common with these, not looked at yet, newest first. */
  listed: (areas: readonly AssignedArea[]) => readonly LostPhone[]
  /** False where it is not among those listed for these areas. */
  see: (tx: Transaction, by: AccountId, areas: readonly AssignedArea[], device: DeviceId) => boolean
}

// An area without an RW is the whole kelurahan, on either side.
const UNSEEN = `from lost_phone l join account a on a.id = l.account_id
  where l.seen_at is null and exists (
    select 1 from assignment held, json_each(?1) area
    where held.account_id = l.account_id and held.to_scope is null
      and held.kelurahan = area.value ->> 'kelurahan'
      and (held.rw is null or area.value ->> 'rw' is null or held.rw = area.value ->> 'rw'))`

/** Which phones came back without their data. Rules [D1] to [D4]. */
export function createLostPhoneStore(database: Database): LostPhoneStore {
  const insert = database.command(
    `insert into lost_phone (device_id, account_id, unsent, noted_at, last_sync_at, reported_at)
     select id, account_id, ?3, ?4, last_sync_at, ?5 from device
     where id = ?1 and account_id = ?2 and (last_sync_at is not null or next_seq > 1)
     on conflict (device_id) do update set unsent = excluded.unsent, noted_at = excluded.noted_at
       where lost_phone.unsent is null and excluded.unsent is not null`,
  )
  const unseen = database.query<Row>(
    `select l.device_id as device, a.name as enumerator, l.unsent, l.noted_at as notedAt,
       l.last_sync_at as lastSyncAt, l.reported_at as reportedAt ${UNSEEN} order by l.reported_at desc`,
  )
  const isUnseen = database.query<{ id: string }>(`select l.device_id as id ${UNSEEN} and l.device_id = ?2`)
  const see = database.command('update lost_phone set seen_by = ?, seen_at = ? where device_id = ?')
  return {
    report: (tx, account, { device, unsent, notedAt }) =>
      insert(tx, device, account, unsent, notedAt, tx.at.toISOString()).changes > 0,
    listed: (areas) =>
      unseen.all(JSON.stringify(areas)).map((row) => ({ ...row, device: row.device as DeviceId })),
    see: (tx, by, areas, device) => {
      if (!isUnseen.get(JSON.stringify(areas), device)) return false
      see(tx, by, tx.at.toISOString(), device)
      return true
    },
  }
}
