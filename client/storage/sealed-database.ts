import Dexie, { type Table } from 'dexie'
import type { Sealer } from '../ports/sealer.ts'
import type { Tabs } from '../ports/tabs.ts'
import type { Changed, Found, Mark, Records, Write } from '../ports/records.ts'
import type { Fault } from '../../shared/faults.ts'
import { isUnchanged, markOf, openSealedRows, sealRow, type SealedRow } from './sealed-row.ts'
import { storageFault } from './storage-fault.ts'

type Spot<Bodies> = { readonly table: keyof Bodies & string; readonly id: string }

export type SealedRecords<Bodies> = Records<Bodies> & {
  /** how many rows seen so far could not be opened or understood: left out of every answer, kept on the disk */
  readonly unreadable: () => number
  /** for tables beside the records, whose rows are too large to be held in memory */
  readonly database: Dexie
}

/** State of an unreadable row that was put aside because its place was needed. */
const ASIDE = 'unreadable'

/**
 * Opens a database whose rows are sealed, or makes it. A row that cannot be read is left out and never deleted;
 * a write that knows nothing of it takes its place and puts it aside.
 * @param define declares the versions of its schema; additive, never edited once released
 * @param tabs tells other pages which rows were written; null where nobody listens
 * @param isUnderstood whether a row's body is what its table holds; all are where it is left out
 */
export async function openSealedDatabase<Bodies extends Record<keyof Bodies, object>>(
  name: string,
  define: (db: Dexie) => void,
  {
    sealer,
    tabs,
    isUnderstood = () => true,
  }: {
    readonly sealer: Sealer
    readonly tabs: Tabs | null
    readonly isUnderstood?: (table: keyof Bodies, body: unknown) => boolean
  },
): Promise<SealedRecords<Bodies>> {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' })
  define(db)
  const listeners = new Set<(changed: readonly Changed<Bodies>[]) => void>()
  const retirements = new Set<() => void>()
  // Counts the own writes of a row, so that a slower re-read never covers a newer write.
  const writesBySpot = new Map<string, number>()
  const unreadable = new Map<string, Mark>()

  // Dexie would open again by itself, and this page would write in the old shape.
  db.on('versionchange', () => {
    db.close()
    unlisten?.()
    retirements.forEach((hear) => hear())
    return false
  })
  await db.open()

  const tableOf = (table: keyof Bodies) => db.table(table as string) as Table<SealedRow, string>
  const emit = (changed: readonly Changed<Bodies>[]) => listeners.forEach((hear) => hear(changed))
  const spotKey = ({ table, id }: Spot<Bodies>) => `${table}/${id}`

  async function openRows<Name extends keyof Bodies>(
    table: Name,
    rows: readonly SealedRow[],
  ): Promise<Found<Bodies[Name]>[]> {
    // Whatever is wrong with one row, the others have to open.
    const opened = await openSealedRows<Bodies[Name]>(sealer, table as string, rows)
    return opened.flatMap((found, index) => {
      const row = rows[index]
      if (!row) return []
      const key = spotKey({ table: table as Spot<Bodies>['table'], id: row.id })
      if (found && row.state !== ASIDE && isUnderstood(table, found.body)) {
        unreadable.delete(key)
        return [found]
      }
      unreadable.set(key, markOf(row))
      return []
    })
  }

  /** What a write is based on: for one that found nothing, that may be a row which could not be read. */
  const baseOf = (one: Write<Bodies>) => one.over ?? unreadable.get(spotKey(one as Spot<Bodies>)) ?? null

  async function readAgain(spots: readonly Spot<Bodies>[]): Promise<void> {
    const read = spots.map(async (spot) => {
      const writes = writesBySpot.get(spotKey(spot))
      const row = await tableOf(spot.table).get(spot.id)
      const [found = null] = row ? await openRows(spot.table, [row]) : []
      if (!row) unreadable.delete(spotKey(spot))
      const isOvertaken = writesBySpot.get(spotKey(spot)) !== writes
      return isOvertaken ? [] : [{ ...spot, found } as Changed<Bodies>]
    })
    emit((await Promise.all(read)).flat())
  }

  async function write(writes: readonly Write<Bodies>[], sealed: ReadonlyMap<Write<Bodies>, SealedRow>) {
    const tables = [...new Set(writes.map((one) => one.table as string))]
    return db.transaction('rw', tables, async () => {
      const asides: { readonly table: string; readonly row: SealedRow }[] = []
      for (const table of tables) {
        const own = writes.filter((one) => one.table === table)
        const rows = await db.table<SealedRow, string>(table).bulkGet(own.map((one) => one.id))
        if (own.some((one, index) => !isUnchanged(rows[index], baseOf(one)))) return 'stale' as const
        asides.push(
          ...own.flatMap((one, index) => {
            const row = rows[index]
            return row && one.kind === 'put' && one.over === null ? [{ table, row: putAside(row) }] : []
          }),
        )
      }
      for (const table of tables) {
        const own = writes.filter((one) => one.table === table)
        const puts = own.flatMap((one) => sealed.get(one) ?? [])
        const gone = own.filter((one) => one.kind === 'remove' && one.over !== null).map((one) => one.id)
        if (puts.length > 0) await db.table(table).bulkPut(puts)
        if (gone.length > 0) await db.table(table).bulkDelete(gone)
      }
      for (const { table, row } of asides) await db.table(table).put(row)
      return 'saved' as const
    })
  }

  async function commit(writes: readonly Write<Bodies>[]): Promise<'saved' | 'stale' | Fault> {
    const sealed = new Map<Write<Bodies>, SealedRow>()
    await Promise.all(
      writes.map(async (one) => {
        if (one.kind === 'put') sealed.set(one, await sealRow(sealer, one.table as string, one))
      }),
    )
    let outcome: 'saved' | 'stale'
    try {
      outcome = await write(writes, sealed)
    } catch (error) {
      return storageFault(error)
    }
    if (outcome === 'stale') {
      await readAgain(writes as readonly Spot<Bodies>[])
      return outcome
    }
    const written = writes.filter((one) => one.kind !== 'check')
    for (const one of written as readonly Spot<Bodies>[]) {
      writesBySpot.set(spotKey(one), (writesBySpot.get(spotKey(one)) ?? 0) + 1)
    }
    emit(written.map((one) => changedBy(one, sealed.get(one))))
    tabs?.tell(written.map(({ table, id }) => ({ table, id })))
    return outcome
  }

  const unlisten = tabs?.listen((message) => void readAgain(message as readonly Spot<Bodies>[]))

  return {
    all: async (table) => openRows(table, await tableOf(table).toArray()),
    where: async (table, key, value) =>
      openRows(table, await tableOf(table).where(key).equals(value).toArray()),
    commit,
    unreadable: () => unreadable.size,
    database: db,
    listen(hear) {
      listeners.add(hear)
      return () => void listeners.delete(hear)
    },
    onRetired: (hear) => void retirements.add(hear),
    close() {
      unlisten?.()
      listeners.clear()
      db.close()
    },
  }
}

function putAside(row: SealedRow): SealedRow {
  return { ...row, id: `${ASIDE}/${row.id}/${row.at}`, state: ASIDE }
}

function changedBy<Bodies>(write: Write<Bodies>, row: SealedRow | undefined): Changed<Bodies> {
  const found =
    write.kind === 'put' && row ? { id: write.id, ...write.keys, body: write.body, mark: markOf(row) } : null
  return { table: write.table, id: write.id, found } as Changed<Bodies>
}
