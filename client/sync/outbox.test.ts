import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { SyncReply } from '../../shared/sync/protocol.ts'
import { field } from './testing/phone.ts'

test('a draft is waiting, then sending with its bytes, then received, and so on with the next edit', async () => {
  const { phone, listed } = await field({ households: 2 })
  const [first, second] = listed.map(({ id }) => id)
  await phone.answer(first!, 'dwelling/floor', 'tanah')
  expect(phone.fieldWork.outbox.value).toMatchObject([{ household: first, state: 'gathering' }])
  expect(phone.fieldWork.receipts.value).toEqual([])

  const onTheWay: unknown[] = []
  phone.beforeSend = async () => {
    phone.beforeSend = async () => {}
    await phone.answer(second!, 'dwelling/floor', 'semen_bata')
    onTheWay.push(...phone.fieldWork.outbox.value)
  }
  await phone.engine.sync()
  const [sent] = phone.sent.at(-1)!.changes
  const bytes = Buffer.byteLength(JSON.stringify(sent))
  expect(onTheWay).toMatchObject([
    { household: first, state: 'sending', bytes },
    { household: second, state: 'gathering' },
  ])
  expect(phone.fieldWork.receipts.value).toEqual([
    { household: first, at: '2026-11-23T02:12:00.000Z', isBackedUp: false },
  ])

  await phone.answer(first!, 'dwelling/wall', 'bambu')
  expect(phone.fieldWork.receipts.value).toEqual([])
  phone.weather = ['down']
  await phone.engine.sync()
  expect(phone.fieldWork.outbox.value.map(({ state }) => state)).toEqual(['waiting', 'waiting'])
  phone.weather = ['fine']
  await phone.engine.sync()
  expect(phone.fieldWork.receipts.value.map(({ household }) => household)).toEqual([first, second])
})

test('what is held is not listed as received, whatever else the server has of it', async () => {
  const { phone, household } = await field()
  await phone.answer(household, 'dwelling/floor', 'tanah')
  await phone.engine.sync()
  expect(phone.fieldWork.receipts.value).toHaveLength(1)
  await phone.answer(household, 'dwelling/wall', 'bambu')
  const held = (reply: SyncReply): SyncReply => ({
    ...reply,
    results: reply.results.map((result) => ({ ...result, outcome: 'quarantined', fault: 'out-of-area' })),
  })
  phone.weather = [held, 'fine']
  await phone.engine.sync()
  expect(phone.fieldWork.outbox.value).toMatchObject([{ state: 'quarantined', fault: 'out-of-area' }])
  expect(phone.fieldWork.receipts.value).toEqual([])
})

test('[Q5] a release counts for just the change that was held, by its hash', async () => {
  const { phone, household } = await field()
  await phone.answer(household, 'dwelling/floor', 'tanah')
  const held = (reply: SyncReply): SyncReply => ({
    ...reply,
    own: [],
    results: reply.results.map((result) => ({ ...result, outcome: 'quarantined', fault: 'out-of-area' })),
  })
  phone.weather = [held]
  await phone.engine.sync()
  const entry = (await phone.records.all('outbox'))[0]!
  const released =
    (hash: string) =>
    (reply: SyncReply): SyncReply => ({
      ...reply,
      released: [
        { ...entry.body.result!, outcome: 'applied', receipt: { ...entry.body.result!.receipt, hash } },
      ],
    })
  phone.weather = [released('0'.repeat(64))]
  await phone.engine.sync()
  expect(phone.fieldWork.outbox.value).toMatchObject([{ state: 'quarantined' }])
  phone.weather = [released(entry.body.hash)]
  await phone.engine.sync()
  expect((await phone.records.all('outbox')).map(({ state }) => state)).not.toContain('quarantined')
})
