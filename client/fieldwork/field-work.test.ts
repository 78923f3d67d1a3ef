import 'fake-indexeddb/auto'
import { v7 } from 'uuid'
import { afterEach, expect, test, vi } from 'vitest'
import { fault } from '../../shared/faults.ts'
import type { HouseholdId } from '../../shared/ids.ts'
import { answerAt } from '../../shared/survey/path.ts'
import { createHasher } from '../platform/hasher.ts'
import { FakeServer } from '../sync/testing/fake-server.ts'
import { searchHouseholds } from './household-search.ts'
import type { OpenPart } from './open-device.ts'
import { openSurveyPart } from './survey-part.ts'
import { AREA, field, openPhone, type Phone } from '../sync/testing/phone.ts'

afterEach(() => vi.restoreAllMocks())

const patchOf = async (phone: Phone) => (await phone.records.all('openChanges')).map(({ body }) => body.patch)

test('edits gather in one change per survey, from what the screen showed', async () => {
  const { phone, household } = await field()
  await phone.answer(household, 'dwelling/floor', 'tanah')
  await phone.answer(household, 'dwelling/floor', 'keramik')
  await phone.answer(household, 'dwelling/wall', 'bambu')
  expect(await patchOf(phone)).toEqual([
    { 'dwelling/floor': { from: null, to: 'keramik' }, 'dwelling/wall': { from: null, to: 'bambu' } },
  ])
  expect(phone.fieldWork.unsent.value).toBe(1)
  expect(phone.card(household)!.state).toMatchObject({ kind: 'draft' })
})

test('edits that lead back leave nothing to send', async () => {
  const { phone, household } = await field()
  await phone.answer(household, 'dwelling/floor', 'tanah')
  await phone.answer(household, 'dwelling/floor', null)
  expect(await patchOf(phone)).toEqual([])
  expect(phone.card(household)!.state).toEqual({ kind: 'not-visited' })
  await phone.answer(household, 'location/address', '')
  expect(phone.fieldWork.unsent.value).toBe(0)
})

test('questions that merge together are named together', async () => {
  const { phone, household } = await field()
  const member = phone.fieldWork.newEntryId()
  await phone.answer(household, `members/${member}/nikMissing`, 'belum_punya')
  expect(Object.keys((await patchOf(phone))[0]!)).toEqual([
    `members/${member}/nik`,
    `members/${member}/nikMissing`,
  ])
})

test('only the card and the view of the household that changed are new', async () => {
  const { phone, listed } = await field({ households: 3 })
  const [one, two] = [listed[0]!.id, listed[1]!.id]
  const [cardOne, cardTwo, viewTwo] = [phone.card(one), phone.card(two), phone.view(two)]
  await phone.answer(one, 'dwelling/floor', 'tanah')
  expect(phone.card(one)).not.toBe(cardOne)
  expect(phone.card(two)).toBe(cardTwo)
  expect(phone.view(two)).toBe(viewTwo)
})

test('what was saved is there after the browser was killed, and so is the place', async () => {
  const { server, phone, device, household } = await field()
  const place = {
    route: `/households/${household}`,
    household,
    section: 'dwelling',
    entry: null,
    path: 'dwelling/roof',
  }
  await phone.answer(household, 'dwelling/floor', 'tanah')
  expect(await phone.fieldWork.rememberPlace(place)).toBe('saved')
  phone.close()
  const reopened = await openPhone(server, device)
  expect(answerAt(reopened.view(household).document, 'dwelling/floor')).toBe('tanah')
  expect(await reopened.fieldWork.place()).toEqual(place)
  expect([...reopened.fieldWork.households.value.values()]).toEqual([
    ...phone.fieldWork.households.value.values(),
  ])
})

test('what stands half typed is kept with its survey, over a kill, and no submission goes past it', async () => {
  const { server, phone, device, household } = await field()
  const visit = phone.fieldWork.newEntryId()
  const { area } = phone.card(household)!
  const path = `visits/${visit}/revisitOn`
  await phone.fieldWork.answer(household, [
    { path: `visits/${visit}/result`, to: 'menolak' },
    ...Object.entries(area).map(([part, to]) => ({ path: `location/${part}`, to })),
  ])
  // A refusal asks for no day, and nothing but the visit.
  expect(await phone.fieldWork.answer(household, [], { [path]: '1/2/-', 'location/rw': '1234' })).toBe(
    'saved',
  )
  phone.close()
  const reopened = await openPhone(server, device)
  const { halfTyped } = (await reopened.fieldWork.place(household)) ?? {}
  expect(halfTyped).toEqual({ [path]: '1/2/-', 'location/rw': '1234' })
  expect(await reopened.fieldWork.place()).toBeNull()
  await reopened.answer(household, `visits/${visit}/result`, 'selesai')
  const submission = await reopened.fieldWork.submit(household)
  expect(submission).toMatchObject({
    kind: 'incomplete',
    findings: expect.arrayContaining([
      expect.objectContaining({ path: 'location/rw', key: 'half-typed', level: 'error' }),
    ]),
  })
  await reopened.answer(household, `visits/${visit}/result`, 'menolak')
  expect(await reopened.fieldWork.submit(household)).toEqual({ kind: 'submitted' })
  expect(await reopened.fieldWork.place(household)).toBeNull()
})

test('an incomplete survey is not submitted; its errors come first', async () => {
  const { phone, household } = await field()
  const visit = phone.fieldWork.newEntryId()
  await phone.answer(household, `visits/${visit}/result`, 'selesai')
  const submission = await phone.fieldWork.submit(household)
  expect(submission).toMatchObject({ kind: 'incomplete' })
  if (submission.kind !== 'incomplete') return
  expect(submission.findings[0]).toMatchObject({ level: 'error' })
  expect(phone.card(household)!.state.kind).toBe('draft')
})

test('a NIK that another household has is asked about before submitting', async () => {
  const { phone, household } = await field({ households: 2 })
  const other = [...phone.fieldWork.households.value.keys()].find((id) => id !== household)!
  const [nik] = Object.values(phone.view(other).known.members).flatMap((member) => member.nik ?? [])
  const [visit, member] = [phone.fieldWork.newEntryId(), phone.fieldWork.newEntryId()]
  await phone.fieldWork.answer(household, [
    { path: `visits/${visit}/result`, to: 'selesai' },
    { path: `members/${member}/nik`, to: nik! },
  ])
  const submission = await phone.fieldWork.submit(household)
  expect(submission).toMatchObject({
    kind: 'incomplete',
    findings: expect.arrayContaining([
      expect.objectContaining({ path: `members/${member}/nik`, key: 'nik-elsewhere' }),
    ]),
  })
})

test('a submission waits until it is sent, and is none any more when its answers are taken apart', async () => {
  const { phone, household } = await field()
  const visit = phone.fieldWork.newEntryId()
  const { area } = phone.card(household)!
  await phone.fieldWork.answer(household, [
    { path: `visits/${visit}/result`, to: 'menolak' },
    ...Object.entries(area).map(([part, to]) => ({ path: `location/${part}`, to })),
  ])
  expect(await phone.fieldWork.submit(household)).toEqual({ kind: 'submitted' })
  expect(phone.card(household)!.state).toEqual({ kind: 'waiting' })
  await phone.answer(household, `visits/${visit}/note`, 'Tidak bersedia')
  expect(phone.view(household)).toMatchObject({ status: 'submitted', submitted: true })
  await phone.answer(household, `visits/${visit}/result`, null)
  expect(phone.view(household)).toMatchObject({ status: 'draft', submitted: false })
})

test('an added household is on the list at once, found, kept, and replaced by the server’s', async () => {
  const { server, phone, device } = await field()
  const added = (await phone.fieldWork.addHousehold(AREA, 'Gg. Kenanga 8')) as HouseholdId
  expect(phone.card(added)).toMatchObject({ added: true, unsent: true, area: AREA, address: 'Gg. Kenanga 8' })
  const member = phone.fieldWork.newEntryId()
  await phone.answer(added, `members/${member}/name`, 'Siti Rohmah')
  phone.close()
  const reopened = await openPhone(server, device)
  const cards = reopened.fieldWork.households.value.values()
  expect(
    searchHouseholds(cards, { text: 'rohmah kenanga', kinds: [] }).map((card) => card.household),
  ).toEqual([added])
  await reopened.engine.sync()
  expect(reopened.card(added)).toMatchObject({ added: false, unsent: false, name: 'Siti Rohmah' })
  expect(server.received[0]).toMatchObject({ household: added, registerVersion: 0, scope: 3 })
})

test('editing a conflicting answer decides it: the next change starts from what was shown', async () => {
  const { server, phone, household } = await field()
  await phone.answer(household, 'dwelling/floor', 'tanah')
  await phone.engine.sync()
  const { survey } = phone.view(household)
  await phone.answer(household, 'dwelling/floor', 'bambu')
  server.editSurvey(survey, ({ document }) => ({ document: { ...document, dwelling: { floor: 'keramik' } } }))
  const pull = await server.sync({
    protocol: 2,
    device: phone.device,
    epoch: server.epoch,
    cursors: {},
    scope: 0,
    changes: [],
  })
  if ('fault' in pull) throw new Error('the fake refused')
  await phone.syncStore.take(pull, new Map(), server.epoch)
  expect(phone.view(household).conflicts).toMatchObject([{ group: 'dwelling/floor' }])
  await phone.answer(household, 'dwelling/floor', 'bambu')
  expect(phone.view(household).conflicts).toEqual([])
  expect(await patchOf(phone)).toEqual([{ 'dwelling/floor': { from: 'keramik', to: 'bambu' } }])
})

test('edits go to the next survey when the register has moved on, unsent ones stay where they were made', async () => {
  const { server, phone, household, listed } = await field()
  const before = phone.view(household).survey
  await phone.answer(household, 'dwelling/floor', 'tanah')
  server.publishHousehold({ ...listed[0]!, registerVersion: 1, source: 'register', asOf: '2026-11' })
  const pull = await server.sync({
    protocol: 2,
    device: phone.device,
    epoch: server.epoch,
    cursors: {},
    scope: 0,
    changes: [],
  })
  if ('fault' in pull) throw new Error('the fake refused')
  await phone.syncStore.take(pull, new Map(), server.epoch)
  expect(phone.view(household).survey).toBe(before)
  expect(answerAt(phone.view(household).document, 'dwelling/floor')).toBe('tanah')
  await phone.engine.sync()
  expect(phone.view(household).survey).not.toBe(before)
})

test('on full storage answers take the room that is held for them, and what sends them does', async () => {
  const server = new FakeServer()
  const fillUp = () =>
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError')
    })
  const makeRoom = vi.fn<() => Promise<boolean>>(() => {
    vi.mocked(IDBObjectStore.prototype.put).mockRestore()
    return Promise.resolve(true)
  })
  const part: OpenPart = (ports) => openSurveyPart({ ...ports, hasher: createHasher(), makeRoom })
  const phone = await openPhone(server, v7(), { fetchSurveyPart: () => Promise.resolve(part) })
  await phone.fieldWork.ready()
  fillUp()
  expect(typeof (await phone.fieldWork.addHousehold(AREA, 'Gg. Kenanga 8'))).toBe('string')
  expect(makeRoom).toHaveBeenCalledTimes(1)
  expect(phone.fieldWork.unsent.value).toBe(1)
  fillUp()
  expect(await phone.syncStore.outgoing(100)).toMatchObject({ changes: [expect.anything()] })
  expect(makeRoom).toHaveBeenCalledTimes(2)
})

test('full storage is a fault, and nothing is called saved', async () => {
  const { phone, household } = await field()
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError')
  })
  expect(await phone.answer(household, 'dwelling/floor', 'tanah')).toEqual(fault('storage-full'))
  expect(await phone.fieldWork.addHousehold(AREA, 'Gg. Kenanga 8')).toEqual(fault('storage-full'))
  expect(phone.card(household)!.state).toEqual({ kind: 'not-visited' })
  expect(phone.fieldWork.unsent.value).toBe(0)
  put.mockRestore()
  expect(await phone.answer(household, 'dwelling/floor', 'tanah')).toBe('saved')
})

test('what is no answer of the questionnaire is a bug and is not kept', async () => {
  const { phone, household } = await field()
  await expect(phone.answer(household, 'dwelling/floor', 'emas')).rejects.toThrow('dwelling/floor')
  expect(await phone.answer(v7(), 'dwelling/floor', 'tanah')).toMatchObject({ fault: 'not-found' })
})

test('2,000 households open and are searched quickly', async () => {
  const { server, phone, device } = await field({ households: 2000 })
  phone.close()
  const openedAt = performance.now()
  const reopened = await openPhone(server, device)
  const openMs = performance.now() - openedAt
  const searchedAt = performance.now()
  expect(
    searchHouseholds(reopened.fieldWork.households.value.values(), { text: 'warga 1999', kinds: [] }),
  ).toHaveLength(1)
  const searchMs = performance.now() - searchedAt
  const answeredAt = performance.now()
  await reopened.answer([...reopened.fieldWork.households.value.keys()][0]!, 'dwelling/floor', 'tanah')
  const answerMs = performance.now() - answeredAt
  expect(openMs).toBeLessThan(5_000)
  expect(searchMs).toBeLessThan(200)
  expect(answerMs).toBeLessThan(500)
}, 30_000)
