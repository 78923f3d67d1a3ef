import type { Fault } from '../../shared/faults.ts'

/** What of a record stands open beside its sealed body, for lists and order: nothing personal. */
export type RowKeys = {
  /** the stream of its area, empty where it has none */
  readonly area: string
  readonly state: string
  /** ISO instant of its last change */
  readonly at: string
  /** the survey that a change of the outbox belongs to */
  readonly survey?: string
}

/** What a row was when it was read or written; only to be handed back, by a write that is based on it. */
export type Mark = { readonly state: string; readonly at: string; readonly body: Uint8Array }

export type Found<Body> = RowKeys & { readonly id: string; readonly body: Body; readonly mark: Mark }

/**
 * One row of a transaction. `over` is what it was based on, null for nothing there: where the row has changed
 * since, the transaction is stale and writes nothing.
 */
export type Write<Bodies> = {
  readonly [Table in keyof Bodies]: {
    readonly table: Table
    readonly id: string
    readonly over: Mark | null
  } & (
    | { readonly kind: 'put'; readonly keys: RowKeys; readonly body: Bodies[Table] }
    | { readonly kind: 'remove' }
    /** only has to be unchanged */
    | { readonly kind: 'check' }
  )
}[keyof Bodies]

/** A row after a write, here or in another tab; null where it is gone. */
export type Changed<Bodies> = {
  readonly [Table in keyof Bodies]: {
    readonly table: Table
    readonly id: string
    readonly found: Found<Bodies[Table]> | null
  }
}[keyof Bodies]

/** Sealed records of one database. */
export interface Records<Bodies> {
  all<Table extends keyof Bodies>(table: Table): Promise<Found<Bodies[Table]>[]>
  where<Table extends keyof Bodies>(
    table: Table,
    key: 'state' | 'survey',
    value: string,
  ): Promise<Found<Bodies[Table]>[]>
  /**
   * All of it durably, or nothing. After `stale` the listeners have heard what is there now. Fault:
   * `storage-full`.
   */
  commit(writes: readonly Write<Bodies>[]): Promise<'saved' | 'stale' | Fault>
  /** Hears each write once it is durable, before its `commit` resolves; other tabs' soon after. */
  listen(hear: (changed: readonly Changed<Bodies>[]) => void): () => void
  /** Called once when a newer version of the app takes the database over. */
  onRetired(hear: () => void): void
  close(): void
}
