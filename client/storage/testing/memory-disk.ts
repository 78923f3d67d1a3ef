import { fault, type Fault } from '../../../shared/faults.ts'
import type { Changed, Found, Mark, Records, RowKeys, Write } from '../../ports/records.ts'

type Row = { readonly keys: RowKeys; readonly body: Uint8Array }
type Spot<Bodies> = { readonly table: keyof Bodies; readonly id: string }

/** What happens to the page whose transaction is about to be written. */
export type Fate = 'lives' | 'dies-before' | 'dies-after'

/** One page's view of a disk. */
export type MemoryRecords<Bodies> = Records<Bodies> & {
  readonly unreadable: () => number
  /** Ends the page as a battery does that falls out: what it awaits never comes, and it writes nothing more. */
  readonly kill: () => void
  /** Hears what other pages wrote since it last did. */
  readonly hearOthers: () => Promise<void>
}

/**
 * A device's database without a browser: rows as bytes, transactions that are whole or nothing, pages that hear of
 * each other late. It keeps the contract of `Records` (records-contract.ts), as the database in IndexedDB does.
 */
export class MemoryDisk<Bodies> {
  isFull = false
  /** asked at each transaction that writes */
  fate: () => Fate = () => 'lives'
  /** false where somebody else says when pages hear of each other */
  tellsAtOnce = true
  readonly #tables = new Map<keyof Bodies, Map<string, Row>>()
  readonly #pages = new Set<{ readonly told: (spots: readonly Spot<Bodies>[]) => void }>()

  /** Rows of a table as a page that opens now would find them. */
  rows<Table extends keyof Bodies>(table: Table): Found<Bodies[Table]>[] {
    return [...this.#table(table)].map(([id, row]) => found<Bodies[Table]>(id, row))
  }

  /** Writes a row past all pages, as another version of the app left it, or as a fault would change it. */
  put<Table extends keyof Bodies>(table: Table, id: string, keys: RowKeys, body: Bodies[Table]): void {
    this.#table(table).set(id, { keys, body: toBytes(body) })
  }

  /** Takes a row away past all pages. */
  remove(table: keyof Bodies, id: string): void {
    this.#table(table).delete(id)
  }

  open(): MemoryRecords<Bodies> {
    const listeners = new Set<(changed: readonly Changed<Bodies>[]) => void>()
    const unheard: Spot<Bodies>[] = []
    let isDead = false
    const page = {
      told: (spots: readonly Spot<Bodies>[]) => {
        unheard.push(...spots)
        if (this.tellsAtOnce) queueMicrotask(() => void hearOthers())
      },
    }
    this.#pages.add(page)

    const emit = (changed: readonly Changed<Bodies>[]) => listeners.forEach((hear) => hear(changed))
    const changedAt = ({ table, id }: Spot<Bodies>) => {
      const row = this.#table(table).get(id)
      return { table, id, found: row ? found(id, row) : null } as Changed<Bodies>
    }
    const end = () => {
      isDead = true
      this.#pages.delete(page)
      listeners.clear()
    }

    async function hearOthers(): Promise<void> {
      await aWhile()
      if (unheard.length > 0) emit(unheard.splice(0).map(changedAt))
    }

    const commit = async (writes: readonly Write<Bodies>[]): Promise<'saved' | 'stale' | Fault> => {
      const written = writes.filter((one) => one.kind !== 'check')
      await aWhile()
      if (isDead) return never()
      const fate = written.length > 0 ? this.fate() : 'lives'
      if (fate === 'dies-before') return never(end())
      if (this.isFull && written.length > 0) return fault('storage-full')
      if (writes.some((one) => !isUnchanged(this.#table(one.table).get(one.id), one.over))) {
        emit(writes.map(changedAt))
        return 'stale'
      }
      for (const one of written) {
        if (one.kind === 'put') this.put(one.table, one.id, one.keys, one.body)
        else this.remove(one.table, one.id)
      }
      if (fate === 'dies-after') return never(end())
      emit(written.map(changedAt))
      for (const other of this.#pages) if (other !== page) other.told(written)
      return 'saved'
    }

    const read = async <Table extends keyof Bodies>(table: Table) => {
      await aWhile()
      return isDead ? never<Found<Bodies[Table]>[]>() : this.rows(table)
    }

    return {
      all: read,
      where: async (table, key, value) => (await read(table)).filter((row) => row[key] === value),
      commit,
      unreadable: () => 0,
      listen(hear) {
        listeners.add(hear)
        return () => void listeners.delete(hear)
      },
      // Nothing here has versions.
      onRetired: () => undefined,
      close: end,
      kill: end,
      hearOthers,
    }
  }

  #table(table: keyof Bodies): Map<string, Row> {
    const rows = this.#tables.get(table) ?? new Map<string, Row>()
    this.#tables.set(table, rows)
    return rows
  }
}

/** A disk answers later: whoever awaits it must bear that others came between. */
const aWhile = () => Promise.resolve()

/** What a dead page awaits. */
const never = <Result>(_end?: void) => new Promise<Result>(() => undefined)

function toBytes(body: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(body))
}

function found<Body>(id: string, { keys, body }: Row): Found<Body> {
  const mark: Mark = { state: keys.state, at: keys.at, body }
  return { id, ...keys, body: JSON.parse(new TextDecoder().decode(body)) as Body, mark }
}

function isUnchanged(row: Row | undefined, over: Mark | null): boolean {
  if (!row || !over) return !row && !over
  if (row.keys.state !== over.state || row.keys.at !== over.at) return false
  return row.body.length === over.body.length && row.body.every((byte, index) => byte === over.body[index])
}
