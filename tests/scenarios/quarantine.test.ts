import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  heldDetailSchema,
  heldListSchema,
  heldOutcomeSchema,
  type HeldAct,
  type HeldDetail,
} from '../../shared/api/quarantine.ts'
import { RESTRICTED_PROBLEMS } from '../../shared/catalogue/restricted-problems.ts'
import type { AccountId, HouseholdId, SurveyId } from '../../shared/ids.ts'
import type { HouseholdRecord } from '../../shared/sync/protocol.ts'
import { newId, surveyId } from '../../server/platform/ids.ts'
import { openAppPhone } from '../support/app-phone.ts'
import { completePatch, step } from '../support/answers.ts'
import type { Browser } from '../support/browser-session.ts'
import { field, KELURAHAN, PASSWORD, type Field } from '../support/field.ts'
import { listedHousehold } from '../support/listed.ts'
import type { Phone } from '../support/phone.ts'

let town: Field
let aminah: HouseholdRecord
let supervisor: Browser
let asep: AccountId

const RELEASE: HeldAct = { kind: 'release', reason: 'area' }
const UNKNOWN = { 'dwelling/colour': { from: null, to: 'merah' } }

beforeEach(async () => {
  town = field()
  await town.account('rina', 'enumerator', '006')
  asep = await town.account('asep', 'enumerator', '005')
  await town.account('pengawas', 'supervisor', '005')
  aminah = listedHousehold('Aminah')
  town.publish([aminah, listedHousehold('Dedi', '006')])
  supervisor = await town.browser('pengawas')
})
afterEach(() => town.end())

async function heldBy(browser: Browser) {
  return heldListSchema.parse(await (await browser.get('/api/quarantine')).json()).held
}

async function detailOf(browser: Browser, id: number): Promise<HeldDetail> {
  return heldDetailSchema.parse(await (await browser.get(`/api/quarantine/${id}`)).json())
}

async function decide(browser: Browser, id: number, act: HeldAct) {
  const reply = await browser.post(`/api/quarantine/${id}/acts`, act)
  return heldOutcomeSchema.parse(await reply.json())
}

/** Rina works outside her areas: two answers of Aminah's household, held. */
async function twoHeld(): Promise<Phone> {
  const phone = await town.phone('rina')
  await phone.sync(
    phone.change(aminah.id, step('dwelling/floor', null, 'tanah')),
    phone.change(aminah.id, step('dwelling/floor', 'tanah', 'keramik')),
  )
  return phone
}

const documentOf = (survey: SurveyId) =>
  JSON.parse(
    town.server.database.query<{ document: string }>('select document from survey where id = ?').get(survey)
      ?.document ?? 'null',
  )
const surveyRow = () =>
  town.server.database
    .query<{ status: string; author_id: string; late: number; review: string | null }>('select * from survey')
    .get()
const acts = () =>
  town.server.database
    .query<{ action: string; detail: string }>(
      `select action, detail from audit where action like 'quarantine.%' and action <> 'quarantine.read'`,
    )
    .all()
    .map(({ action, detail }) => ({ action, ...(JSON.parse(detail) as object) }))
const logged = () =>
  town.server.database
    .query<{ account_id: string; device_seq: number }>(
      'select account_id, device_seq from change order by seq',
    )
    .all()

test('[Q1] what joined a held change stands behind it, and only who answers for the place sees it', async () => {
  await town.account('lain', 'supervisor', '006')
  await town.account('kota', 'city-admin')
  await twoHeld()
  const [held] = await heldBy(supervisor)
  expect(held).toMatchObject({
    name: 'Aminah',
    enumerator: 'rina',
    stream: `${KELURAHAN}/005`,
    fault: 'out-of-area',
    joined: 1,
  })
  const id = held?.id ?? 0
  const other = await town.browser('lain')
  expect(await heldBy(other)).toEqual([])
  expect((await other.get(`/api/quarantine/${id}`)).status).toBe(404)
  expect((await other.post(`/api/quarantine/${id}/acts`, RELEASE)).status).toBe(404)
  expect(await heldBy(await town.browser('kota'))).toHaveLength(1)
  expect((await (await town.browser('rina')).get('/api/quarantine')).status).toBe(403)
})

test('[Q1] a household added on the way is seen where it says that it lies; what lies nowhere, by the city', async () => {
  await town.account('kota', 'city-admin')
  await town.server.database.write((tx) => {
    for (const { id, account } of town.server.scopes.assignments()) {
      if (account !== asep) town.server.scopes.take(tx, id)
    }
  })
  const phone = await town.phone('rina')
  await phone.sync(phone.change(newId<HouseholdId>(), step('dwelling/floor', null, 'tanah')), 'rubbish')
  const admin = await town.browser('kota')
  expect((await heldBy(admin)).map(({ stream, fault }) => [stream, fault])).toEqual([
    [null, 'unknown-area'],
    [null, 'unknown-shape'],
  ])
})

test('[Q1] what is held can be told apart: whose household, where, when it was made and what it says', async () => {
  const phone = await town.phone('rina')
  const added = newId<HouseholdId>()
  const member = newId()
  await phone.sync(
    phone.change(aminah.id, step('dwelling/floor', null, 'tanah')),
    phone.change(added, {
      'location/address': { from: null, to: 'Gg. Baru 1' },
      'location/kelurahan': { from: null, to: KELURAHAN },
      'location/rw': { from: null, to: '005' },
      'location/rt': { from: null, to: '002' },
      [`members/${member}/order`]: { from: null, to: 1 },
      [`members/${member}/name`]: { from: null, to: 'Cucu' },
      'dwelling/colour': { from: null, to: 'merah' },
    }),
  )
  const [known, unknown] = await heldBy(supervisor)
  expect(known).toMatchObject({
    name: 'Aminah',
    address: aminah.known.location.address,
    rt: aminah.area.rt,
    madeAt: expect.any(String) as unknown,
    answers: 1,
    sections: ['dwelling'],
    submits: false,
  })
  expect(unknown).toMatchObject({
    name: 'Cucu',
    address: 'Gg. Baru 1',
    rt: '002',
    answers: 5,
    sections: ['location', 'members'],
  })
})

test('[Q2] a release applies what is held in its order, in the author’s name, marked late', async () => {
  const phone = await twoHeld()
  const [held] = await heldBy(supervisor)
  const { changes, obstacle } = await detailOf(supervisor, held?.id ?? 0)
  expect(obstacle).toBeNull()
  expect(changes.map(({ steps }) => steps)).toEqual([
    [{ path: 'dwelling/floor', from: null, to: 'tanah' }],
    [{ path: 'dwelling/floor', from: 'tanah', to: 'keramik' }],
  ])
  expect(await decide(supervisor, held?.id ?? 0, RELEASE)).toEqual({ released: 2, left: 0, fault: null })
  expect(documentOf(surveyId(aminah.id, 0)).dwelling).toEqual({ floor: 'keramik' })
  expect(surveyRow()).toMatchObject({ late: 1, status: 'draft' })
  expect(logged().map(({ device_seq }) => device_seq)).toEqual([1, 2])
  expect(await heldBy(supervisor)).toEqual([])
  // The next one is taken by the rules again, and waits for nobody.
  const next = await phone.sync(phone.change(aminah.id, step('dwelling/roof', null, 'seng')))
  expect(next.results[0]).toMatchObject({ outcome: 'quarantined', fault: 'out-of-area' })
})

test('[Q2] every other rule stands: what still cannot be applied says why, and is released once it can', async () => {
  const phone = await town.phone('asep')
  const late = listedHousehold('Fatimah')
  await phone.sync(phone.change(late.id, step('dwelling/floor', null, 'tanah')))
  const [held] = await heldBy(supervisor)
  expect(held?.fault).toBe('unknown-area')
  const id = held?.id ?? 0
  expect(await decide(supervisor, id, RELEASE)).toEqual({ released: 0, left: 1, fault: 'unknown-area' })
  expect((await detailOf(supervisor, id)).obstacle).toBe('unknown-area')
  town.publish([aminah, late], '2026-11-30')
  expect((await detailOf(supervisor, id)).obstacle).toBeNull()
  expect(await decide(supervisor, id, RELEASE)).toEqual({ released: 1, left: 0, fault: null })
  expect(documentOf(surveyId(late.id, 0)).dwelling).toEqual({ floor: 'tanah' })
})

test('[Q3] a release ends at the first change that cannot be applied; what follows waits behind it', async () => {
  const phone = await town.phone('rina')
  await phone.sync(
    phone.change(aminah.id, step('dwelling/floor', null, 'tanah')),
    phone.change(aminah.id, UNKNOWN),
    phone.change(aminah.id, step('dwelling/roof', null, 'seng')),
  )
  const [held] = await heldBy(supervisor)
  expect(await decide(supervisor, held?.id ?? 0, RELEASE)).toEqual({
    released: 1,
    left: 2,
    fault: 'unknown-shape',
  })
  expect(documentOf(surveyId(aminah.id, 0)).dwelling).toEqual({ floor: 'tanah' })
  expect(await heldBy(supervisor)).toMatchObject([{ fault: 'unknown-shape', joined: 1 }])
})

test('[Q4] pressed twice and by two at once, it takes effect once; each act is in the audit log', async () => {
  await town.account('kota', 'city-admin')
  const admin = await town.browser('kota')
  await twoHeld()
  const [held] = await heldBy(supervisor)
  const id = held?.id ?? 0
  const outcomes = await Promise.all([
    decide(supervisor, id, RELEASE),
    decide(admin, id, { kind: 'release', reason: 'asked' }),
    decide(supervisor, id, RELEASE),
  ])
  expect(outcomes.map(({ released }) => released)).toEqual([2, 0, 0])
  expect(logged()).toHaveLength(2)
  expect(acts()).toMatchObject([
    { action: 'quarantine.release', held: 'out-of-area', reason: 'area', released: 2, left: 0 },
    { action: 'quarantine.release', reason: 'asked', released: 0 },
    { action: 'quarantine.release', reason: 'area', released: 0 },
  ])
  expect(town.server.audit.firstBroken()).toBeNull()
})

test('[Q5][S3] the phone asks what became of it, and a repeated sending says the same', async () => {
  const phone = await town.phone('rina')
  const change = phone.change(aminah.id, step('dwelling/floor', null, 'tanah'))
  const first = await phone.sync(change)
  const ask = async () => {
    await phone.sync()
    const reply = await phone.browser.post('/api/sync', { ...phone.lastRequest(), held: [change.id] })
    return (await reply.json()) as { released?: unknown[]; signature?: string }
  }
  expect((await ask()).released).toBeUndefined()
  const [held] = await heldBy(supervisor)
  await decide(supervisor, held?.id ?? 0, RELEASE)
  const told = await ask()
  expect(told.released).toMatchObject([
    { outcome: 'applied', version: 1, receipt: { change: change.id, hash: first.results[0]?.receipt.hash } },
  ])
  expect(told.signature).toEqual(expect.any(String))
  const again = await phone.sync(change)
  expect(again.results[0]).toMatchObject(told.released?.[0] as object)
  expect(logged()).toHaveLength(1)
})

test('[Q5] the app says “received” once its held work was released', async () => {
  const phone = await openAppPhone(town.server.app, 'rina', PASSWORD)
  await phone.engine.sync()
  const area = { kelurahan: KELURAHAN, rw: '005', rt: '001' }
  const added = await phone.fieldWork.addHousehold(area, 'Gg. Baru 1')
  if (typeof added !== 'string') throw new Error('not added')
  await phone.fieldWork.answer(added, [{ path: 'dwelling/floor', to: 'tanah' }])
  await phone.engine.sync()
  expect(phone.card(added)?.state).toEqual({ kind: 'quarantined', fault: 'out-of-area' })

  const rina = town.server.accounts.findByUsername('rina')?.id as AccountId
  town.server.database.write((tx) =>
    town.server.scopes.give(tx, { account: rina, kelurahan: KELURAHAN, rw: '005' }, rina),
  )
  await phone.engine.sync()
  expect(phone.card(added)?.state.kind).toBe('quarantined')
  const [held] = await heldBy(supervisor)
  await decide(supervisor, held?.id ?? 0, RELEASE)
  await phone.engine.sync()
  expect(phone.card(added)?.state).toMatchObject({ kind: 'draft' })
  expect(phone.view(added).document.dwelling.floor).toBe('tanah')
  expect(phone.sent.at(-1)).toHaveProperty('held')
  await phone.engine.sync()
  expect(phone.sent.at(-1)).not.toHaveProperty('held')
  expect(phone.fieldWork.unsent.value).toBe(0)
})

test('[Q6] what else is said of an entry of a restricted type stays hidden and held, whoever decides and whenever it comes', async () => {
  await town.account('budi', 'enumerator', '005')
  const [budi, other] = [await town.phone('budi'), await town.phone('asep')]
  const [restricted] = RESTRICTED_PROBLEMS
  const entry = newId()
  const about = (what: string, to: string) => ({ [`problems/${entry}/${what}`]: { from: null, to } })
  await budi.sync(
    budi.change(aminah.id, about('code', restricted?.code ?? '')),
    budi.change(aminah.id, about('note', 'RAHASIA')),
    budi.change(aminah.id, step('dwelling/floor', null, 'tanah')),
  )
  const [first] = await heldBy(supervisor)
  expect(first).toMatchObject({ answers: 0, sections: [] })
  const detail = await detailOf(supervisor, first?.id ?? 0)
  expect(detail.changes.map(({ steps }) => steps?.map(({ path }) => path))).toEqual([
    [],
    [],
    ['dwelling/floor'],
  ])

  await decide(supervisor, first?.id ?? 0, { kind: 'aside', reason: 'redone' })
  const [second] = await heldBy(supervisor)
  expect(second).toMatchObject({ fault: 'unknown-shape', answers: 0, joined: 1 })
  expect((await detailOf(supervisor, second?.id ?? 0)).obstacle).toBe('unknown-shape')
  await decide(supervisor, second?.id ?? 0, { kind: 'aside', reason: 'redone' })
  expect(await heldBy(supervisor)).toEqual([])
  await budi.sync(budi.change(aminah.id, about('evidence', 'RAHASIA')))
  expect(await heldBy(supervisor)).toMatchObject([{ fault: 'unknown-shape', answers: 0 }])

  await other.sync()
  expect(other.lastReply()).toContain('tanah')
  expect(other.lastReply()).not.toContain('RAHASIA')
})

test('[Q6] of an entry that names a restricted type nothing is shown, not even that it is there', async () => {
  const phone = await town.phone('asep')
  const problem = newId()
  const [restricted] = RESTRICTED_PROBLEMS
  await phone.sync(
    phone.change(aminah.id, {
      [`problems/${problem}/code`]: { from: null, to: restricted?.code ?? '' },
      [`problems/${problem}/note`]: { from: null, to: 'rahasia' },
      'dwelling/floor': { from: null, to: 'tanah' },
    }),
  )
  const [held] = await heldBy(supervisor)
  const reply = await supervisor.get(`/api/quarantine/${held?.id}`)
  const text = await reply.text()
  expect(text).toContain('dwelling/floor')
  for (const word of [problem, 'rahasia', restricted?.code ?? '?']) expect(text).not.toContain(word)
})

test('[Q7] handed over, the work is in the survey, and the survey is the other enumerator’s to go on with', async () => {
  const phone = await town.phone('rina')
  const other = await town.phone('asep')
  await other.sync()
  await phone.sync(phone.change(aminah.id, completePatch(aminah.known), { command: { kind: 'submit' } }))
  const [held] = await heldBy(supervisor)
  const id = held?.id ?? 0
  const rina = town.server.accounts.findByUsername('rina')?.id as AccountId
  expect((await detailOf(supervisor, id)).heirs).toEqual([{ account: asep, name: 'asep' }])
  const act = { kind: 'hand', note: 'Tolong lanjutkan.' } as const
  expect((await supervisor.post(`/api/quarantine/${id}/acts`, { ...act, to: rina })).status).toBe(403)
  expect(await decide(supervisor, id, { ...act, to: asep })).toEqual({ released: 1, left: 0, fault: null })
  expect(surveyRow()).toMatchObject({ status: 'returned', author_id: asep })
  expect(logged().map(({ account_id }) => account_id)[0]).toBe(rina)
  await other.sync()
  expect(other.news.at(-1)).toMatchObject({
    kind: 'survey',
    survey: {
      status: 'returned',
      document: { dwelling: { floor: 'tanah' } },
      review: { reason: 'Tolong lanjutkan.', by: 'pengawas' },
    },
  })
  expect(acts()).toMatchObject([{ action: 'quarantine.hand', to: asep, released: 1 }])
  expect(JSON.stringify(acts())).not.toContain('lanjutkan')
})

test('[Q7] the former author is told to whom it went and that nothing is to be done, the new one to go on', async () => {
  const rina = await openAppPhone(town.server.app, 'rina', PASSWORD)
  const other = await openAppPhone(town.server.app, 'asep', PASSWORD)
  await rina.engine.sync()
  const area = { kelurahan: KELURAHAN, rw: '005', rt: '001' }
  const added = (await rina.fieldWork.addHousehold(area, 'Gg. Baru 1')) as HouseholdId
  await rina.fieldWork.answer(added, [{ path: 'dwelling/floor', to: 'tanah' }])
  await rina.engine.sync()
  const [held] = await heldBy(supervisor)
  await decide(supervisor, held?.id ?? 0, { kind: 'hand', note: 'Tolong lanjutkan.', to: asep })
  await other.engine.sync()
  expect(other.card(added)?.state).toEqual({ kind: 'returned', reason: 'Tolong lanjutkan.' })
  expect(other.view(added).review).not.toHaveProperty('handedTo')

  // The household has left her phone with what was held, and is told of all the same.
  await rina.engine.sync()
  expect(rina.card(added)).toBeUndefined()
  expect(rina.engine.state.value).toMatchObject({ kind: 'up-to-date' })
  const told = { household: added, to: 'asep', address: 'Gg. Baru 1' }
  expect(await rina.fieldWork.handedOver()).toMatchObject([told])

  // Whoever else works in the area is not told to go on with it either.
  const author = town.server.accounts.findByUsername('rina')?.id as AccountId
  town.server.database.write((tx) =>
    town.server.scopes.give(tx, { account: author, kelurahan: KELURAHAN, rw: '005' }, author),
  )
  await rina.engine.sync()
  expect(rina.card(added)?.state).toMatchObject({ kind: 'received' })
  expect(rina.view(added).review).toMatchObject({ handedTo: 'asep' })
  expect(await rina.fieldWork.handedOver()).toMatchObject([told])
})

test('[Q8] what can never be applied is set aside and kept; what joined it has its effect', async () => {
  const phone = await town.phone('asep')
  await phone.sync(
    phone.change(aminah.id, UNKNOWN),
    phone.change(aminah.id, step('dwelling/floor', null, 'tanah')),
  )
  const [held] = await heldBy(supervisor)
  const id = held?.id ?? 0
  expect(await decide(supervisor, id, { kind: 'aside', reason: 'redone' })).toEqual({
    released: 1,
    left: 0,
    fault: null,
  })
  expect(documentOf(surveyId(aminah.id, 0)).dwelling).toEqual({ floor: 'tanah' })
  const bodies = town.server.database.query<{ body: string }>('select body from quarantine').all()
  expect(bodies).toHaveLength(2)
  expect(bodies[0]?.body).toContain('merah')
  const next = await phone.sync(phone.change(aminah.id, step('dwelling/roof', null, 'seng')))
  expect(next.results[0]?.outcome).toBe('applied')
})

test('[Q8] what can have its effect is not set aside', async () => {
  await twoHeld()
  const [held] = await heldBy(supervisor)
  const reply = await supervisor.post(`/api/quarantine/${held?.id}/acts`, { kind: 'aside', reason: 'redone' })
  expect(reply.status).toBe(409)
  expect(await heldBy(supervisor)).toHaveLength(1)
})
