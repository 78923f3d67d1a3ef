import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { createPlainSealer } from '../platform/plain-sealer.ts'
import type { Sealer } from '../ports/sealer.ts'
import { TestTabs } from '../sync/testing/phone.ts'
import { openSealedDatabase } from './sealed-database.ts'

type Bodies = { notes: { readonly text: string } }

const KEYS = { area: '32.73.01.1001/005', state: 'new', at: '2026-11-23T02:00:00.000Z' }

const open = (name: string, { tabs = new TestTabs(), sealer = createPlainSealer() } = {}) =>
  openSealedDatabase<Bodies>(name, (db) => void db.version(1).stores({ notes: 'id, state' }), {
    sealer,
    tabs: tabs.open(),
  })

const put = (
  text: string,
  over: Parameters<Awaited<ReturnType<typeof open>>['commit']>[0][number]['over'] = null,
) => ({ table: 'notes', id: 'a', kind: 'put', keys: KEYS, body: { text }, over }) as const

test('on the disk a row is its keys, its size and sealed bytes, nothing else', async () => {
  const name = v7()
  const turned = (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0xff)
  const plain = createPlainSealer()
  const sealer: Sealer = {
    ...plain,
    seal: async (table, id, body) => turned(await plain.seal(table, id, body)),
    open: (table, id, sealed) => plain.open(table, id, turned(sealed)),
  }
  const records = await open(name, { sealer })
  await records.commit([put('Aminah')])
  const raw = await new Dexie(name).open().then((db) => db.table('notes').toArray())
  expect(raw).toEqual([{ id: 'a', ...KEYS, size: 17, body: expect.any(Uint8Array) as Uint8Array }])
  expect(JSON.stringify([...raw[0].body])).not.toContain(String([...new TextEncoder().encode('Aminah')]))
  expect((await records.all('notes'))[0]).toMatchObject({ id: 'a', ...KEYS, body: { text: 'Aminah' } })
})

test('a write that is based on something older writes nothing, and the listeners hear what is there', async () => {
  const name = v7()
  const [one, two] = [await open(name), await open(name)]
  await one.commit([put('first')])
  const heard: unknown[] = []
  two.listen((changed) => heard.push(...changed.map(({ found }) => found?.body.text)))
  expect(await two.commit([put('second')])).toBe('stale')
  expect(heard).toEqual(['first'])
  const [held] = await two.all('notes')
  expect(await two.commit([put('second', held!.mark)])).toBe('saved')
  expect(await one.commit([{ table: 'notes', id: 'a', kind: 'remove', over: held!.mark }])).toBe('stale')
  expect((await one.all('notes'))[0]!.body.text).toBe('second')
})

test('a check guards a row without writing it', async () => {
  const records = await open(v7())
  await records.commit([put('first')])
  const other = { ...put('other'), id: 'b' }
  expect(await records.commit([other, { table: 'notes', id: 'a', kind: 'check', over: null }])).toBe('stale')
  expect(await records.all('notes')).toHaveLength(1)
})

test('other tabs hear of a write', async () => {
  const [name, tabs] = [v7(), new TestTabs()]
  const [one, two] = [await open(name, { tabs }), await open(name, { tabs })]
  const heard: unknown[] = []
  two.listen((changed) => heard.push(...changed.map(({ found }) => found?.body.text)))
  await one.commit([put('first')])
  await expect.poll(() => heard).toEqual(['first'])
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
