import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { isFault } from '../../shared/faults.ts'
import type { Stream } from '../../shared/population/area.ts'
import { surveyIdOf } from '../../shared/ids.ts'
import { answerAt, documentOf } from '../../shared/survey/path.ts'
import type { SurveyRecord } from '../../shared/sync/protocol.ts'
import { createIds } from '../platform/ids.ts'
import { AREA, field, STREAM } from './testing/phone.ts'

test('[N2] what leaves the areas is purged, but not before its own work has arrived', async () => {
  const { server, phone, listed } = await field({ households: 2 })
  const [kept, gone] = [listed[0]!.id, listed[1]!.id]
  await phone.answer(kept, 'dwelling/floor', 'tanah')
  server.scope = { version: 2, streams: ['32.73.02.1001/001' as Stream] }
  // The reply that narrows the scope is one in which the server did not take the change.
  phone.weather = [(reply) => ({ ...reply, results: [], news: [] }), 'fine']
  await phone.engine.sync()
  expect(phone.card(gone)).toBeUndefined()
  expect(phone.card(kept)).toMatchObject({ unsent: true })
  await phone.engine.sync()
  await phone.engine.sync()
  expect(phone.card(kept)).toBeUndefined()
  expect(server.received).toHaveLength(1)
  expect(await phone.records.all('surveys')).toEqual([])
  expect(await phone.records.all('outbox')).toHaveLength(1)
})

test('[N2] a household that leaves the list is purged by its leave row only', async () => {
  const { server, phone, listed } = await field({ households: 2 })
  server.publish({ kind: 'leave', stream: STREAM, household: listed[0]!.id })
  await phone.engine.sync()
  expect([...phone.fieldWork.households.value.keys()]).toEqual([listed[1]!.id])
})

test('[N3] after a restore the phone starts its cursors anew and offers again what the server lost', async () => {
  const { server, phone, listed } = await field({ households: 2 })
  await phone.answer(listed[0]!.id, 'dwelling/floor', 'tanah')
  await phone.engine.sync()
  await phone.answer(listed[1]!.id, 'dwelling/floor', 'semen_bata')
  await phone.engine.sync()
  server.restoreWithout(1)
  expect(server.received).toHaveLength(1)
  await phone.engine.sync()
  expect(server.received.map(({ seq }) => seq)).toEqual([1, 2])
  expect(phone.fieldWork.unsent.value).toBe(0)
  expect(phone.engine.state.value.kind).toBe('up-to-date')
  expect(answerAt(phone.view(listed[1]!.id).document, 'dwelling/floor')).toBe('semen_bata')
})

test('[N3] what another history does not tell of leaves, but not before it has told all', async () => {
  const { server, phone, listed } = await field({ households: 4 })
  server.restoreWithout(0)
  server.forget(listed[0]!.id)
  server.pageSize = 1
  const held: number[] = []
  phone.beforeSend = async () => void held.push(phone.fieldWork.households.value.size)
  await phone.engine.sync()
  expect(held).toEqual([4, 4, 4])
  expect(phone.card(listed[0]!.id)).toBeUndefined()
})

test('[N3] work that another history does not have stays with its household, and is offered', async () => {
  const { server, phone, household } = await field()
  server.restoreWithout(0)
  server.forget(household)
  await phone.answer(household, 'dwelling/floor', 'tanah')
  phone.weather = [(reply) => ({ ...reply, results: [] }), 'fine']
  await phone.engine.sync()
  expect(answerAt(phone.view(household).document, 'dwelling/floor')).toBe('tanah')
  expect(phone.fieldWork.unsent.value).toBe(1)
})

test('[N3] a survey that another history does not know is not shown as the server’s', async () => {
  const { server, phone, household } = await field()
  const other = {
    id: surveyIdOf(createIds().uuidv5, household, 0),
    household,
    registerVersion: 0,
    area: AREA,
    version: 3,
    status: 'submitted',
    document: documentOf([['dwelling/floor', 'tanah']]),
    late: false,
    conflicts: [],
    review: null,
  } satisfies SurveyRecord
  server.publish({ kind: 'survey', stream: STREAM, survey: other })
  await phone.engine.sync()
  expect(phone.view(household).status).toBe('submitted')
  server.restoreWithout(0)
  server.forget(other.id)
  await phone.engine.sync()
  expect(await phone.records.all('surveys')).toEqual([])
  expect(phone.view(household)).toMatchObject({ status: 'draft', document: { dwelling: {} } })
})

test('a reply that comes late, from before the server was restored, brings nothing', async () => {
  const { server, phone } = await field()
  const { device } = phone
  const late = await server.sync({ protocol: 2, device, epoch: null, cursors: {}, scope: 0, changes: [] })
  if (isFault(late)) throw new Error('the fake refused')
  server.restoreWithout(0)
  await phone.engine.sync()
  const before = await phone.records.all('progress')
  expect(await phone.syncStore.take(late, new Map(), 'epoch-1')).toBe('saved')
  expect(await phone.records.all('progress')).toEqual(before)
})
