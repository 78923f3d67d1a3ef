import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { createPlainSealer } from '../platform/plain-sealer.ts'
import type { Sealer } from '../ports/sealer.ts'
import { TestTabs } from '../sync/testing/phone.ts'
import { openSealedDatabase } from './sealed-database.ts'
import { recordsContract, type Notes } from './testing/records-contract.ts'

type Bodies = { notes: { readonly text: string } }

const KEYS = { area: '32.73.01.1001/005', state: 'new', at: '2026-11-23T02:00:00.000Z' }

const open = (name: string, { tabs = new TestTabs(), sealer = createPlainSealer() } = {}) =>
  openSealedDatabase<Bodies>(name, (db) => void db.version(1).stores({ notes: 'id, state' }), {
    sealer,
    tabs: tabs.open(),
  })

const put = (text: string) =>
  ({ table: 'notes', id: 'a', kind: 'put', keys: KEYS, body: { text }, over: null }) as const

recordsContract(() => {
  const name = v7()
  const tabs = new TestTabs()
  let isFull = false
  const refuse = () => {
    if (isFull) throw new DOMException('full', 'QuotaExceededError')
  }
  return {
    open: async () => {
      const records = await openSealedDatabase<Notes>(
        name,
        (db) => void db.version(1).stores({ notes: 'id, state, survey', others: 'id, state, survey' }),
        { sealer: createPlainSealer(), tabs: tabs.open() },
      )
      records.database.table('notes').hook('creating', refuse)
      records.database.table('notes').hook('updating', refuse)
      return records
    },
    fill: () => void (isFull = true),
    empty: () => void (isFull = false),
  }
})

test('what is said to be saved is on the disk: every write waits for it', async () => {
  const durabilities: (IDBTransactionDurability | undefined)[] = []
  const { transaction } = IDBDatabase.prototype
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    if (mode === 'readwrite') durabilities.push(options?.durability)
    return transaction.call(this, stores, mode, options)
  }
  try {
    const records = await open(v7())
    await records.commit([put('a')])
    expect(durabilities.length).toBeGreaterThan(0)
    expect(new Set(durabilities)).toEqual(new Set(['strict']))
  } finally {
    IDBDatabase.prototype.transaction = transaction
  }
})

test('on the disk a row is its keys, its size and sealed bytes, nothing else', async () => {
  const name = v7()
  const turned = (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0xff)
  const plain = createPlainSealer()
  const sealer: Sealer = {
    ...plain,
    seal: async (table, id, body) => turned(await plain.seal(table, id, body)),
    openAll: (table, rows) =>
      plain.openAll(
        table,
        rows.map(({ id, sealed }) => ({ id, sealed: turned(sealed) })),
      ),
  }
  const records = await open(name, { sealer })
  await records.commit([put('Aminah')])
  const raw = await new Dexie(name).open().then((db) => db.table('notes').toArray())
  expect(raw).toEqual([{ id: 'a', ...KEYS, size: 17, body: expect.any(Uint8Array) as Uint8Array }])
  expect(JSON.stringify([...raw[0].body])).not.toContain(String([...new TextEncoder().encode('Aminah')]))
  expect((await records.all('notes'))[0]).toMatchObject({ id: 'a', ...KEYS, body: { text: 'Aminah' } })
})

test('a newer version of the app closes this page’s database for good', async () => {
  const name = v7()
  const records = await open(name)
  let retired = 0
  records.onRetired(() => (retired += 1))
  const newer = new Dexie(name)
  newer.version(2).stores({ notes: 'id, state', more: 'id' })
  await newer.open()
  expect(retired).toBe(1)
  await expect(records.all('notes')).rejects.toThrow()
  expect(newer.verno).toBe(2)
})
