import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { expect, test } from 'vitest'
import { createPlainSealer } from '../platform/plain-sealer.ts'
import { field, openPhone } from '../sync/testing/phone.ts'

/** A phone with three households, opened again after one of them was spoilt on the disk. */
async function spoilt(bodyOf: (body: { record: object }) => Promise<Uint8Array>) {
  const { server, phone, device, listed } = await field({ households: 3 })
  phone.close()
  const db = await new Dexie(`yesjitu-${device}`).open()
  const id = listed[1]!.id
  const row = await db.table('households').get(id)
  const body = await bodyOf(JSON.parse(new TextDecoder().decode(row.body)))
  await db.table('households').put({ ...row, body, size: body.byteLength })
  const rows = () => db.table('households').toArray() as Promise<{ id: string; body: Uint8Array }[]>
  return { server, id, listed, body, rows, reopened: await openPhone(server, device) }
}

const seal = (body: object) => createPlainSealer().seal('', '', body)

test.each([
  ['cannot be opened', () => Promise.resolve(new TextEncoder().encode('{"record'))],
  ['is no household', () => seal({ record: null })],
  [
    'makes no line of the list',
    (body: { record: object }) => seal({ ...body, record: { ...body.record, known: { members: null } } }),
  ],
])('a record that %s is left out, counted and kept; the others work', async (_what, bodyOf) => {
  const { server, id, listed, body, rows, reopened } = await spoilt(bodyOf)
  expect([...reopened.fieldWork.households.value.keys()]).toEqual([listed[0]!.id, listed[2]!.id])
  expect(reopened.leftOut.value).toBe(1)
  expect(reopened.fieldWork.survey(id).value).toBeNull()
  await reopened.answer(listed[0]!.id, 'dwelling/floor', 'tanah')
  await reopened.engine.sync()
  expect(server.received).toHaveLength(1)
  expect((await rows()).find((row) => row.id === id)?.body).toEqual(body)
})

test('news of an unreadable household brings it back; what could not be read is put aside', async () => {
  const { server, id, listed, body, rows, reopened } = await spoilt(() => seal({ record: null }))
  server.publishHousehold(listed[1]!)
  await reopened.engine.sync()
  expect(reopened.card(id)).toBeDefined()
  expect(reopened.engine.state.value.kind).toBe('up-to-date')
  expect((await rows()).map((row) => row.body)).toContainEqual(body)
  expect(reopened.leftOut.value).toBe(1)
})
