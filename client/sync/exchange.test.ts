import 'fake-indexeddb/auto'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { fault } from '../../shared/faults.ts'
import { surveyIdOf, type HouseholdId } from '../../shared/ids.ts'
import { answerAt } from '../../shared/survey/path.ts'
import type { SyncReply } from '../../shared/sync/protocol.ts'
import { createIds } from '../platform/ids.ts'
import type { Outgoing } from '../ports/sync-store.ts'
import { AREA, field, openPhone, STREAM, TestTabs, type Phone } from './testing/phone.ts'
import { createSigner } from './testing/signer.ts'

const FOREIGN = await (await createSigner()).sign('something else')

async function completeVisit(phone: Phone, household: HouseholdId, result: string) {
  const visit = v7()
  return phone.fieldWork.answer(household, [
    { path: `visits/${visit}/at`, to: '2026-11-23T09:00:00+07:00' },
    { path: `visits/${visit}/result`, to: result },
    { path: 'location/kelurahan', to: AREA.kelurahan },
    { path: 'location/rw', to: AREA.rw },
    { path: 'location/rt', to: AREA.rt },
  ])
}

test('[S2] gathered edits are one change, numbered from 1 without a gap over all surveys', async () => {
  const { server, phone, listed } = await field({ households: 2 })
  await phone.answer(listed[0]!.id, 'dwelling/floor', 'tanah')
  await phone.answer(listed[0]!.id, 'dwelling/wall', 'bambu')
  await phone.engine.sync()
  await phone.answer(listed[1]!.id, 'dwelling/floor', 'keramik')
  await phone.answer(listed[0]!.id, 'dwelling/floor', 'semen_bata')
  await phone.engine.sync()
  expect(server.received.map(({ seq }) => seq)).toEqual([1, 2, 3])
  expect(server.received[0]!.patch).toEqual({
    'dwelling/floor': { from: null, to: 'tanah' },
    'dwelling/wall': { from: null, to: 'bambu' },
  })
  const [first, , third] = server.received
  expect(third).toMatchObject({
    previous: first!.seq,
    base: 1,
    patch: { 'dwelling/floor': { from: 'tanah', to: 'semen_bata' } },
  })
})

test('[S1] an edit during sending becomes a change of its own and is not called sent', async () => {
  const { server, phone, household } = await field()
  await phone.answer(household, 'dwelling/floor', 'tanah')
  phone.beforeSend = async () => {
    phone.beforeSend = async () => {}
    await phone.answer(household, 'dwelling/floor', 'semen_bata')
  }
  await phone.engine.sync()
  expect(server.received.map(({ patch }) => patch['dwelling/floor']!.to)).toEqual(['tanah'])
  expect(phone.engine.state.value).toMatchObject({ kind: 'waiting', waiting: 1 })
  expect(answerAt(phone.view(household).document, 'dwelling/floor')).toBe('semen_bata')
  await phone.engine.sync()
  expect(server.received.map(({ patch }) => patch['dwelling/floor']!.to)).toEqual(['tanah', 'semen_bata'])
  expect(phone.engine.state.value.kind).toBe('up-to-date')
})

test('[S7] a page killed between sending and reply sends the same body again, and the server stores it once', async () => {
  const { server, phone, device, household } = await field()
  await phone.answer(household, 'dwelling/floor', 'tanah')
  phone.weather = ['reply-lost']
  await phone.engine.sync()
  expect(phone.engine.state.value).toMatchObject({ kind: 'offline', fault: fault('unreachable'), waiting: 1 })
  phone.close()

  const reopened = await openPhone(server, device)
  expect(answerAt(reopened.view(household).document, 'dwelling/floor')).toBe('tanah')
  await reopened.answer(household, 'dwelling/wall', 'bambu')
  await reopened.engine.sync()
  expect(reopened.sent[0]!.changes[0]).toEqual(phone.sent.at(-1)!.changes[0])
  expect(server.received.map(({ seq }) => seq)).toEqual([1, 2])
  expect(reopened.fieldWork.unsent.value).toBe(0)
})

test('[S8] only a receipt for exactly what was sent counts as received', async () => {
  const { phone, household } = await field()
  await completeVisit(phone, household, 'menolak')
  expect(await phone.fieldWork.submit(household)).toEqual({ kind: 'submitted' })
  expect(phone.card(household)!.state).toEqual({ kind: 'waiting' })
  const otherHash = (reply: SyncReply): SyncReply => ({
    ...reply,
    news: [],
    cursors: {},
    results: reply.results.map((result) => ({
      ...result,
      receipt: { ...result.receipt, hash: '0'.repeat(64) },
    })),
  })
  phone.weather = [otherHash, 'fine']
  await phone.engine.sync()
  expect(phone.card(household)!.state).toEqual({ kind: 'waiting' })
  expect(phone.engine.state.value).toMatchObject({ kind: 'offline', waiting: 1 })
  await phone.engine.sync()
  expect(phone.card(household)!.state).toEqual({ kind: 'received', at: '2026-11-23T02:12:00.000Z' })
})

test.each([
  ['nobody', (reply: SyncReply): SyncReply => ({ ...reply, signature: null })],
  ['nobody that can be read', (reply: SyncReply): SyncReply => ({ ...reply, signature: '%' })],
  ['another server', (reply: SyncReply): SyncReply => ({ ...reply, signature: FOREIGN })],
  [
    'the server, but changed on the way',
    (reply: SyncReply): SyncReply => ({
      ...reply,
      results: reply.results.map((result) => ({ ...result, outcome: 'quarantined' })),
    }),
  ],
])('[S13] receipts signed by %s bring nothing and lose nothing', async (_whom, tamper) => {
  const { server, phone, household } = await field()
  await completeVisit(phone, household, 'menolak')
  await phone.fieldWork.submit(household)
  const cursors = (await phone.syncStore.outgoing(1)) as Outgoing
  phone.weather = [{ tamper }, 'fine']
  await phone.engine.sync()
  expect(phone.card(household)!.state).toEqual({ kind: 'waiting' })
  expect(phone.engine.state.value).toMatchObject({
    kind: 'offline',
    fault: fault('forged-receipt'),
    waiting: 1,
  })
  expect(await phone.syncStore.outgoing(1)).toEqual(cursors)
  await phone.engine.sync()
  expect(phone.card(household)!.state.kind).toBe('received')
  expect(server.received).toHaveLength(1)
})

test('[S14] a phone that knows another server’s key believes no receipt', async () => {
  const { server, device, household, phone } = await field()
  phone.close()
  const strange = await openPhone(server, device, { receiptKey: (await createSigner()).publicKey })
  await strange.answer(household, 'dwelling/floor', 'tanah')
  await strange.engine.sync()
  expect(strange.engine.state.value).toMatchObject({ fault: fault('forged-receipt'), waiting: 1 })
  strange.close()
  const trusting = await openPhone(server, device)
  await trusting.engine.sync()
  expect(trusting.fieldWork.unsent.value).toBe(0)
  expect(server.received).toHaveLength(1)
})

test('between the receipt and the news the own answers stay on the screen', async () => {
  const { phone, household } = await field()
  await phone.answer(household, 'dwelling/floor', 'bambu')
  await phone.engine.sync()
  await phone.answer(household, 'dwelling/floor', 'tanah')
  phone.weather = [(reply) => ({ ...reply, news: [], cursors: {} }), 'fine']
  await phone.engine.sync()
  expect(answerAt(phone.view(household).document, 'dwelling/floor')).toBe('tanah')
  expect(phone.fieldWork.outbox.value).toMatchObject([{ state: 'received' }])
  await phone.engine.sync()
  expect(answerAt(phone.view(household).document, 'dwelling/floor')).toBe('tanah')
  expect(phone.fieldWork.outbox.value).toEqual([])
})

test('[N6] a phone that is told of its own changes by their version alone holds what the server holds', async () => {
  const { server, phone, household } = await field()
  server.tellsOwn = true
  await completeVisit(phone, household, 'menolak')
  await phone.engine.sync()
  await phone.answer(household, 'location/address', 'Gg. Melati 4')
  await phone.fieldWork.submit(household)
  await phone.engine.sync()
  const [held] = await phone.records.all('surveys')
  const [own] = server.surveys.values()
  expect(held?.body.record).toEqual(own)
  expect(held?.state).toBe('submitted')
  expect(phone.card(household)!.state.kind).toBe('received')
  expect(phone.fieldWork.outbox.value).toEqual([])
})

test('[N6] a phone that cannot make its own version of what it holds asks for the whole survey', async () => {
  const { server, phone, household } = await field()
  server.tellsOwn = true
  await phone.answer(household, 'dwelling/floor', 'tanah')
  phone.weather = [
    (reply) => ({ ...reply, own: reply.own.map((own) => ({ ...own, version: own.version + 1 })) }),
    'fine',
  ]
  await phone.engine.sync()
  expect((await phone.records.all('surveys')).map(({ body }) => body.record)).toEqual([
    ...server.surveys.values(),
  ])
  expect(phone.fieldWork.outbox.value).toEqual([])
})

test('[S7] the same reply taken twice changes nothing', async () => {
  const { phone, household } = await field()
  await phone.answer(household, 'dwelling/floor', 'tanah')
  let reply: SyncReply | undefined
  phone.weather = [(fresh) => (reply = fresh)]
  await phone.engine.sync()
  const before = phone.view(household)
  const rows = await phone.records.all('outbox')
  await phone.syncStore.take(reply!, new Map(), reply!.epoch)
  await phone.syncStore.take(
    reply!,
    new Map(reply!.results.map((one) => [one.receipt.change, one])),
    reply!.epoch,
  )
  expect(phone.view(household)).toEqual(before)
  expect(await phone.records.all('outbox')).toEqual(rows)
})

test('[S4] a quarantined change is shown as held, with the reason, and is not sent again', async () => {
  const { server, phone, household } = await field()
  await phone.answer(household, 'dwelling/floor', 'tanah')
  phone.weather = [
    (reply) => ({
      ...reply,
      news: [],
      results: reply.results.map((one) => ({
        ...one,
        outcome: 'quarantined',
        survey: null,
        fault: 'out-of-area',
      })),
    }),
    'fine',
  ]
  await phone.engine.sync()
  expect(phone.card(household)!.state).toEqual({ kind: 'quarantined', fault: 'out-of-area' })
  await phone.engine.sync()
  expect(server.received).toHaveLength(1)
  expect(answerAt(phone.view(household).document, 'dwelling/floor')).toBe('tanah')
})

test('[S11] a refused submission goes back to draft with its reason; the answers were taken', async () => {
  const { server, phone, household } = await field()
  server.refuseSubmissions = true
  await completeVisit(phone, household, 'pindah')
  await phone.fieldWork.submit(household)
  await phone.engine.sync()
  expect(phone.card(household)!.state).toMatchObject({ kind: 'draft', refused: 'survey-incomplete' })
  expect(phone.card(household)!.unsent).toBe(false)
})

test('a return with its reason reaches the phone, and the answers can be sent again', async () => {
  const { server, phone, household } = await field()
  await completeVisit(phone, household, 'menolak')
  await phone.fieldWork.submit(household)
  await phone.engine.sync()
  const { survey } = phone.view(household)
  server.editSurvey(survey, () => ({
    status: 'returned',
    review: { reason: 'Kunjungi sekali lagi', by: 'Pengawas', at: '2026-11-23T04:00:00.000Z' },
  }))
  await phone.engine.sync()
  expect(phone.card(household)!.state).toEqual({ kind: 'returned', reason: 'Kunjungi sekali lagi' })
  await phone.answer(household, 'location/address', 'Gg. Melati 4')
  expect(phone.card(household)!.state.kind).toBe('draft')
  expect(phone.view(household).review?.reason).toBe('Kunjungi sekali lagi')
  await phone.fieldWork.submit(household)
  await phone.engine.sync()
  expect(server.surveys.get(survey)!.status).toBe('submitted')
})

test('[M3] a disagreement with another phone shows the server’s answer and the conflict', async () => {
  const { server, phone, household } = await field()
  await phone.answer(household, 'dwelling/floor', 'tanah')
  await phone.engine.sync()
  const { survey } = phone.view(household)
  await phone.answer(household, 'dwelling/floor', 'semen_bata')
  server.editSurvey(survey, ({ document }) => ({ document: { ...document, dwelling: { floor: 'keramik' } } }))
  await phone.engine.sync()
  expect(server.surveys.get(survey)!.conflicts).toEqual(['dwelling/floor'])
  expect(answerAt(phone.view(household).document, 'dwelling/floor')).toBe('keramik')
  expect(phone.card(household)!.state).toEqual({ kind: 'conflict' })
})

test('[S2] a gap that this device cannot fill stops it instead of sending for ever', async () => {
  const { phone, household } = await field()
  await phone.answer(household, 'dwelling/floor', 'tanah')
  phone.weather = [(reply) => ({ ...reply, results: [], expected: 7 })]
  await phone.engine.sync()
  expect(phone.engine.state.value).toMatchObject({ kind: 'stopped', fault: { fault: 'sequence-gap' } })
  phone.weather = [(reply) => ({ ...reply, results: [], expected: 1 })]
  await phone.engine.sync()
  expect(phone.engine.state.value).toMatchObject({ kind: 'stopped', fault: { fault: 'sequence-gap' } })
})

test('[S2] two tabs of one device number their changes without a gap and lose no edit', async () => {
  const { server, device, household, phone, listed } = await field({ households: 2 })
  phone.close()
  const tabs = new TestTabs()
  const one = await openPhone(server, device, { tabs })
  const two = await openPhone(server, device, { tabs })
  await Promise.all([
    one.answer(household, 'dwelling/floor', 'tanah'),
    two.answer(household, 'dwelling/wall', 'bambu'),
    two.answer(listed[1]!.id, 'dwelling/floor', 'semen_bata'),
  ])
  await Promise.all([one.engine.sync(), two.engine.sync()])
  await Promise.all([one.engine.sync(), two.engine.sync()])
  expect(server.received.map(({ seq }) => seq)).toEqual(server.received.map((_, index) => index + 1))
  const { survey } = one.view(household)
  expect(server.surveys.get(survey)!.document.dwelling).toEqual({ floor: 'tanah', wall: 'bambu' })
  await expect.poll(() => [one, two].map(({ fieldWork }) => fieldWork.unsent.value)).toEqual([0, 0])
})

test('[S9] what the server moved to the household’s next survey is shown there', async () => {
  const { phone, household, listed } = await field()
  const next = { ...listed[0]!, registerVersion: 1, source: 'register', asOf: '2026-11' } as const
  const survey = surveyIdOf(createIds().uuidv5, household, 1)
  await phone.answer(household, 'dwelling/floor', 'tanah')
  phone.weather = [
    (reply) => ({
      ...reply,
      results: reply.results.map((one) => ({ ...one, survey })),
      news: [
        { kind: 'household', stream: STREAM, household: next },
        ...reply.news.flatMap((one) =>
          one.kind === 'survey'
            ? [{ ...one, survey: { ...one.survey, id: survey, registerVersion: 1, late: true } }]
            : [],
        ),
      ],
    }),
  ]
  await phone.engine.sync()
  expect(phone.view(household)).toMatchObject({ survey, document: { dwelling: { floor: 'tanah' } } })
  expect(phone.fieldWork.outbox.value).toEqual([])
})
