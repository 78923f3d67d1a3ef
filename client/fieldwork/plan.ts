import { isFault, type Fault } from '../../shared/faults.ts'
import type { Found, Mark, Records, RowKeys, Write } from '../ports/records.ts'
import type { DeviceBodies, OutboxEntry } from './bodies.ts'
import type { Memory } from './memory.ts'

type Table = keyof DeviceBodies
type Row<Name extends Table> = { readonly keys: RowKeys; readonly body: DeviceBodies[Name] }

/** The writes of one transaction as they are worked out: each sees those before it. */
export type Plan = {
  /** Makes rows known that memory does not keep. */
  readonly know: (rows: readonly Found<OutboxEntry>[]) => void
  readonly get: <Name extends Table>(table: Name, id: string) => Row<Name> | null
  readonly put: <Name extends Table>(table: Name, id: string, keys: RowKeys, body: DeviceBodies[Name]) => void
  readonly remove: (table: Table, id: string) => void
  /** The transaction only counts while this row stays as it is. */
  readonly check: (table: Table, id: string) => void
}

/**
 * Plans a transaction over what is in memory and commits it; plans again where another tab was faster.
 * @param prepare reads what the plan needs beyond memory, before each plan
 */
export async function commitPlan<Extra, Result>(
  { memory, records }: { readonly memory: Memory; readonly records: Records<DeviceBodies> },
  prepare: () => Promise<Extra>,
  draw: (plan: Plan, extra: Extra) => Promise<Result> | Result,
): Promise<Result | Fault> {
  for (;;) {
    const writes = new Map<string, Write<DeviceBodies>>()
    const extra = await prepare()
    const result = await draw(planOver(memory, writes), extra)
    if (writes.size === 0) return result
    const outcome = await records.commit([...writes.values()])
    if (isFault(outcome)) return outcome
    if (outcome === 'saved') return result
  }
}

function planOver({ tables }: Memory, writes: Map<string, Write<DeviceBodies>>): Plan {
  const marks = new Map<string, Mark | null>()
  const known = new Map<string, Found<OutboxEntry>>()

  function found<Name extends Table>(table: Name, id: string): Found<DeviceBodies[Name]> | null {
    const beside = table === 'outbox' ? known.get(id) : undefined
    return tables[table].get(id) ?? (beside as Found<DeviceBodies[Name]> | undefined) ?? null
  }

  // What was seen first is what the write is based on, should memory move while the plan is drawn.
  function over(table: Table, id: string): Mark | null {
    const key = `${table}/${id}`
    if (!marks.has(key)) marks.set(key, found(table, id)?.mark ?? null)
    return marks.get(key) ?? null
  }

  const note = (write: Write<DeviceBodies>) => writes.set(`${write.table}/${write.id}`, write)

  return {
    know(rows) {
      for (const row of rows) known.set(row.id, row)
    },
    get(table, id) {
      over(table, id)
      const written = writes.get(`${table}/${id}`)
      if (written?.kind === 'remove') return null
      if (written?.kind === 'put') return written as unknown as Row<typeof table>
      const row = found(table, id)
      return row ? { keys: keysOf(row), body: row.body } : null
    },
    put: (table, id, keys, body) =>
      void note({ table, id, kind: 'put', keys, body, over: over(table, id) } as Write<DeviceBodies>),
    remove: (table, id) => void note({ table, id, kind: 'remove', over: over(table, id) }),
    check(table, id) {
      if (!writes.has(`${table}/${id}`)) note({ table, id, kind: 'check', over: over(table, id) })
    },
  }
}

function keysOf({ area, state, at, survey }: RowKeys): RowKeys {
  return { area, state, at, ...(survey === undefined ? {} : { survey }) }
}
