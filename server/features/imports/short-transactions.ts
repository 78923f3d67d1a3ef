import { setTimeout as wait } from 'node:timers/promises'
import type { Database, Transaction } from '../../database/database.ts'

// Others write meanwhile: a transaction ends after so much time, and the lock stays free as long again.
const MAX_TRANSACTION_MS = 6

/**
 * Does work for each item, in as many short transactions as it takes, with room for other writers between them.
 * @param check begins each transaction, since others may have changed what the work goes by; throws to stop
 */
export async function inShortTransactions<Item>(
  database: Database,
  items: readonly Item[],
  check: (tx: Transaction) => void,
  work: (tx: Transaction, item: Item) => void,
): Promise<void> {
  let next = 0
  while (next < items.length) {
    const began = performance.now()
    database.write((tx) => {
      check(tx)
      do {
        const item = items[next]
        if (item !== undefined) work(tx, item)
        next += 1
      } while (next < items.length && performance.now() - began < MAX_TRANSACTION_MS)
    })
    await wait(performance.now() - began)
  }
}
