import Dexie, { type Table } from 'dexie'
import type { Sealer } from '../ports/sealer.ts'
import type { Tabs } from '../ports/tabs.ts'
import type { Changed, Found, Records, Write } from '../ports/records.ts'
import type { Fault } from '../../shared/faults.ts'
import { isUnchanged, markOf, openRow, sealRow, type SealedRow } from './sealed-row.ts'
import { storageFault } from './storage-fault.ts'

type Spot<Bodies> = { readonly table: keyof Bodies & string; readonly id: string }

/**
 * Opens a database whose rows are sealed, or makes it.
 * @param define declares the versions of its schema; additive, never edited once released
 * @param tabs tells other pages which rows were written; null where nobody listens
 */
export async function openSealedDatabase<Bodies extends Record<keyof Bodies, object>>(
  name: string,
  define: (db: Dexie) => void,
  { sealer, tabs }: { readonly sealer: Sealer; readonly tabs: Tabs | null },
): Promise<Records<Bodies>> {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' })
  define(db)
  const listeners = new Set<(changed: readonly Changed<Bodies>[]) => void>()
  const retirements = new Set<() => void>()
  // Counts the own writes of a row, so that a slower re-read never covers a newer write.
  const writesBySpot = new Map<string, number>()

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
    return Promise.all(rows.map((row) => openRow<Bodies[Name]>(sealer, table as string, row)))
  }

  async function readAgain(spots: readonly Spot<Bodies>[]): Promise<void> {
    const read = spots.map(async (spot) => {
      const writes = writesBySpot.get(spotKey(spot))
      const row = await tableOf(spot.table).get(spot.id)
      const found = row ? await openRow(sealer, spot.table, row) : null
      const isOvertaken = writesBySpot.get(spotKey(spot)) !== writes
      return isOvertaken ? [] : [{ ...spot, found } as Changed<Bodies>]
    })
    emit((await Promise.all(read)).flat())
  }

  async function write(writes: readonly Write<Bodies>[], sealed: ReadonlyMap<Write<Bodies>, SealedRow>) {
    const tables = [...new Set(writes.map((one) => one.table as string))]
    return db.transaction('rw', tables, async () => {
      for (const table of tables) {
        const own = writes.filter((one) => one.table === table)
        const rows = await db.table<SealedRow, string>(table).bulkGet(own.map((one) => one.id))
        if (own.some((one, index) => !isUnchanged(rows[index], one.over))) return 'stale' as const
      }
      for (const table of tables) {
        const own = writes.filter((one) => one.table === table)
        const puts = own.flatMap((one) => sealed.get(one) ?? [])
        const gone = own.filter((one) => one.kind === 'remove').map((one) => one.id)
        if (puts.length > 0) await db.table(table).bulkPut(puts)
        if (gone.length > 0) await db.table(table).bulkDelete(gone)
      }
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

function changedBy<Bodies>(write: Write<Bodies>, row: SealedRow | undefined): Changed<Bodies> {
  const found =
    write.kind === 'put' && row ? { id: write.id, ...write.keys, body: write.body, mark: markOf(row) } : null
  return { table: write.table, id: write.id, found } as Changed<Bodies>
}
