import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Copy } from '../../server/backup/copy-folder.ts'
import { makeBackup } from '../../server/backup/make-backup.ts'
import { restoreBackup } from '../../server/backup/restore-backup.ts'
import { newId, surveyId } from '../../server/platform/ids.ts'
import { heldListSchema } from '../../shared/api/quarantine.ts'
import { periodsSchema } from '../../shared/api/periods.ts'
import type { DeviceId, HouseholdId } from '../../shared/ids.ts'
import type { SurveyDocument } from '../../shared/survey/document.ts'
import { answerAt } from '../../shared/survey/path.ts'
import { completePatch } from '../support/answers.ts'
import { openAppPhone, type AppPhone } from '../support/app-phone.ts'
import { signIn } from '../support/browser-session.ts'
import { field, KELURAHAN, PASSWORD, type Field } from '../support/field.ts'
import { listedHousehold } from '../support/listed.ts'
import { createPhone } from '../support/phone.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const FLOOR = 'dwelling/floor'
const ROOF = 'dwelling/roof'

let town: Field
let backupDirectory: string
const [aminah, dedi, euis] = [
  listedHousehold('Aminah'),
  listedHousehold('Dedi', '006'),
  listedHousehold('Euis'),
]

beforeEach(async () => {
  town = field()
  backupDirectory = mkdtempSync(join(tmpdir(), 'yesjitu-backup-'))
  await town.account('rina', 'enumerator')
  await town.account('asep', 'enumerator')
  town.publish([aminah, dedi, euis])
})
afterEach(async () => {
  await town.end()
  rmSync(backupDirectory, { recursive: true, force: true })
})

/** Whichever server stands on the folder. */
const site = { request: (path: string, init: RequestInit) => town.server.app.request(path, init) }

async function phoneOf(username: string): Promise<AppPhone> {
  const phone = await openAppPhone(site, username, PASSWORD)
  await phone.engine.sync()
  return phone
}

async function backUp(): Promise<Copy> {
  const job = { dataDirectory: town.directory, backupDirectory, keep: { days: 35, months: 12 } }
  return (await makeBackup(job, () => town.clock.now)).copy
}

function passDays(days: number): void {
  town.clock.now = new Date(town.clock.now.getTime() + days * DAY_MS)
}

async function restore({ path }: Copy): Promise<void> {
  const { now } = town.clock
  await town.server.close()
  restoreBackup({ dataDirectory: town.directory, copy: path }, () => now)
  town = town.restart()
  town.clock.now = now
}

/** Answers, and sends them; the server's receipt is here afterwards. */
async function answer(phone: AppPhone, household: HouseholdId, path: string, to: string): Promise<void> {
  expect(await phone.answer(household, path, to)).toBe('saved')
  await phone.engine.sync()
  expect(phone.fieldWork.unsent.value).toBe(0)
}

const stored = (household: HouseholdId): SurveyDocument =>
  JSON.parse(
    town.server.database
      .query<{ document: string }>('select document from survey where household_id = ?')
      .get(household)?.document ?? '{}',
  ) as SurveyDocument
const floorOf = (household: HouseholdId) => stored(household).dwelling?.floor
const logged = () =>
  town.server.database
    .query<{ id: string; device: string; seq: number }>(
      'select id, device_id as device, device_seq as seq from change order by seq',
    )
    .all()
const isBackedUp = ({ fieldWork }: AppPhone, asked: HouseholdId) =>
  fieldWork.receipts.value.some((line) => line.household === asked && line.isBackedUp)
const outboxOf = async (phone: AppPhone) =>
  (await phone.records.all('outbox'))
    .map(({ body, state }) => ({ id: body.change.id, seq: body.change.seq, state }))
    .toSorted((a, b) => a.seq - b.seq)

test('[B6][S7] yesterday’s copy comes back: phones offer again what it lacks, nothing is lost, nothing twice', async () => {
  const [rina, asep] = [await phoneOf('rina'), await phoneOf('asep')]
  await answer(rina, aminah.id, FLOOR, 'tanah')
  await answer(asep, dedi.id, FLOOR, 'bambu')
  const yesterday = await backUp()
  passDays(1)
  await answer(rina, aminah.id, FLOOR, 'keramik')
  await answer(rina, euis.id, FLOOR, 'kayu_papan')
  await answer(asep, aminah.id, ROOF, 'seng')
  const before = logged()
  expect(before).toHaveLength(5)

  await restore(yesterday)
  expect(logged()).toHaveLength(2)
  await rina.answer(euis.id, ROOF, 'genteng')
  for (const phone of [rina, asep, rina, asep]) await phone.engine.sync()

  expect(new Set(logged().map(({ id }) => id))).toEqual(
    new Set([...before.map(({ id }) => id), logged().at(-1)?.id]),
  )
  expect(logged()).toHaveLength(6)
  expect(stored(aminah.id).dwelling).toEqual({ floor: 'keramik', roof: 'seng' })
  expect(stored(euis.id).dwelling).toEqual({ floor: 'kayu_papan', roof: 'genteng' })
  expect(floorOf(dedi.id)).toBe('bambu')
  for (const phone of [rina, asep]) {
    expect(phone.engine.state.value.kind).toBe('up-to-date')
    expect(answerAt(phone.view(aminah.id).document, FLOOR)).toBe('keramik')
    expect(answerAt(phone.view(aminah.id).document, ROOF)).toBe('seng')
    expect((await outboxOf(phone)).every(({ state }) => state === 'settled')).toBe(true)
  }
})

test('[B6] a phone that was told of a newer copy offers again what the older one lacks', async () => {
  const rina = await phoneOf('rina')
  await answer(rina, aminah.id, FLOOR, 'tanah')
  const older = await backUp()
  passDays(1)
  await answer(rina, aminah.id, FLOOR, 'keramik')
  await backUp()
  await rina.engine.sync()
  expect(isBackedUp(rina, aminah.id)).toBe(true)
  await restore(older)
  await rina.engine.sync()
  expect(floorOf(aminah.id)).toBe('keramik')
  expect(isBackedUp(rina, aminah.id)).toBe(false)
  expect(logged().map(({ seq }) => seq)).toEqual([1, 2])
})

test('[B6] a phone that came after the copy signs in again and brings all of its work', async () => {
  const empty = await backUp()
  passDays(1)
  const rina = await phoneOf('rina')
  await answer(rina, aminah.id, FLOOR, 'tanah')
  await restore(empty)
  await rina.engine.sync()
  expect(rina.engine.state.value).toMatchObject({ kind: 'stopped', fault: { fault: 'signed-out' } })
  await rina.signIn()
  await rina.engine.sync()
  expect(floorOf(aminah.id)).toBe('tanah')
  expect(rina.engine.state.value.kind).toBe('up-to-date')
})

test('[B6] work that nobody sent yet, and a household added on the way, come through a restore as well', async () => {
  const rina = await phoneOf('rina')
  const yesterday = await backUp()
  const area = { kelurahan: KELURAHAN, rw: '005', rt: '003' }
  const added = (await rina.fieldWork.addHousehold(area, 'Gg. Kenanga 8')) as HouseholdId
  await answer(rina, added, FLOOR, 'bambu')
  await restore(yesterday)
  await rina.answer(added, ROOF, 'seng')
  await rina.engine.sync()
  await rina.engine.sync()
  expect(stored(added).dwelling).toEqual({ floor: 'bambu', roof: 'seng' })
  expect(rina.card(added)).toMatchObject({ unsent: false })
})

test('[B7] a change stays until it is in a verified copy, and 35 days in any case', async () => {
  const rina = await phoneOf('rina')
  await answer(rina, aminah.id, FLOOR, 'tanah')
  passDays(36)
  await rina.signIn()
  await rina.engine.sync()
  await rina.engine.sync()
  expect(await outboxOf(rina)).toHaveLength(1)
  await answer(rina, euis.id, FLOOR, 'bambu')
  await backUp()
  passDays(2)
  await rina.engine.sync()
  await rina.engine.sync()
  expect((await outboxOf(rina)).map(({ seq }) => seq)).toEqual([2])
  passDays(33)
  await rina.signIn()
  await rina.engine.sync()
  await rina.engine.sync()
  expect(await outboxOf(rina)).toEqual([])
  // Its numbers go on, and its answers stand.
  await answer(rina, aminah.id, FLOOR, 'keramik')
  expect((await outboxOf(rina)).map(({ seq }) => seq)).toEqual([3])
  expect(answerAt(rina.view(euis.id).document, FLOOR)).toBe('bambu')
})

test('[B2] the phone shows as backed up what is in a verified copy, and no edit since', async () => {
  const rina = await phoneOf('rina')
  await answer(rina, aminah.id, FLOOR, 'tanah')
  expect(isBackedUp(rina, aminah.id)).toBe(false)
  await backUp()
  expect(isBackedUp(rina, aminah.id)).toBe(false)
  await rina.engine.sync()
  expect(isBackedUp(rina, aminah.id)).toBe(true)
  expect(isBackedUp(rina, euis.id)).toBe(false)
  await answer(rina, aminah.id, FLOOR, 'keramik')
  expect(isBackedUp(rina, aminah.id)).toBe(false)
})

test('[N2] an area that was taken away: what waits is sent first, then all of it goes', async () => {
  const rina = await phoneOf('rina')
  await answer(rina, dedi.id, FLOOR, 'tanah')
  await rina.answer(aminah.id, FLOOR, 'bambu')
  const { server } = town
  const held = server.scopes.assignments().find(({ account }) => account === rinaId())
  server.database.write((tx) => {
    server.scopes.take(tx, held?.id ?? 0)
    server.scopes.give(tx, { account: rinaId(), kelurahan: KELURAHAN, rw: '006' }, rinaId())
  })
  rina.weather = ['reply-lost', 'fine']
  await rina.engine.sync()
  expect(rina.card(aminah.id)).toMatchObject({ unsent: true })
  await rina.engine.sync()
  expect(floorOf(aminah.id)).toBe('bambu')
  expect([...rina.fieldWork.households.value.keys()]).toEqual([dedi.id])
  expect((await rina.records.all('surveys')).map(({ body }) => body.record.household)).toEqual([dedi.id])
  expect((await outboxOf(rina)).map(({ state }) => state)).toEqual(['settled', 'settled'])
  expect(rina.fieldWork.outbox.value).toEqual([])
})

test('[B6][Q5] restored to before a release: the phone keeps what is held again, and all is there once it is released again', async () => {
  await town.account('pengawas', 'supervisor')
  const supervisor = await signIn(site, 'pengawas', PASSWORD, newId<DeviceId>())
  const rina = await phoneOf('rina')
  const { server } = town
  const all = server.scopes.assignments().find(({ account }) => account === rinaId())
  server.database.write((tx) => {
    server.scopes.take(tx, all?.id ?? 0)
    server.scopes.give(tx, { account: rinaId(), kelurahan: KELURAHAN, rw: '006' }, rinaId())
  })
  await rina.engine.sync()
  const area = { kelurahan: KELURAHAN, rw: '005', rt: '001' }
  const added = (await rina.fieldWork.addHousehold(area, 'Gg. Kenanga 8')) as HouseholdId
  await rina.answer(added, FLOOR, 'tanah')
  await rina.engine.sync()
  await answer(rina, dedi.id, FLOOR, 'bambu')
  const before = await backUp()
  passDays(1)
  const release = async () => {
    const { held } = heldListSchema.parse(await (await supervisor.get('/api/quarantine')).json())
    expect(held).toHaveLength(1)
    const act = { kind: 'release', reason: 'area' }
    expect((await supervisor.post(`/api/quarantine/${held[0]?.id}/acts`, act)).status).toBe(200)
  }
  const give = () => {
    const now = town.server
    now.database.write((tx) =>
      now.scopes.give(tx, { account: rinaId(), kelurahan: KELURAHAN, rw: '005' }, rinaId()),
    )
  }
  await release()
  give()
  await rina.engine.sync()
  expect(rina.card(added)?.state).toMatchObject({ kind: 'draft' })
  expect((await outboxOf(rina)).map(({ state }) => state)).toEqual(['settled', 'settled'])

  await restore(before)
  await rina.engine.sync()
  expect(rina.card(added)?.state).toEqual({ kind: 'quarantined', fault: 'out-of-area' })
  expect((await outboxOf(rina)).map(({ state }) => state)).toEqual(['quarantined', 'settled'])
  expect(rina.engine.state.value.kind).toBe('up-to-date')

  await release()
  give()
  await rina.engine.sync()
  expect(rina.card(added)?.state).toMatchObject({ kind: 'draft' })
  expect(rina.view(added).document.dwelling.floor).toBe('tanah')
  expect((await outboxOf(rina)).map(({ state }) => state)).toEqual(['settled', 'settled'])
  expect(floorOf(added)).toBe('tanah')
  expect(logged()).toHaveLength(2)
})

const rinaId = () => {
  const account = town.server.accounts.findByUsername('rina')
  if (!account) throw new Error('nobody of that name')
  return account.id
}

test('[P10][B6] restored to before a seal, the month stays sealed, and what was folded comes again only as late', async () => {
  await town.account('pengawas', 'supervisor')
  await town.account('admin', 'city-admin')
  const [device, desk, office] = [newId<DeviceId>(), newId<DeviceId>(), newId<DeviceId>()]
  const rina = createPhone(await signIn(site, 'rina', PASSWORD, device), device)
  const supervisor = await signIn(site, 'pengawas', PASSWORD, desk)
  const admin = await signIn(site, 'admin', PASSWORD, office)
  const before = await backUp()
  const change = rina.change(aminah.id, completePatch(aminah.known), { command: { kind: 'submit' } })
  const [result] = (await rina.sync(change)).results
  const approval = { id: newId(), version: result?.version, command: { kind: 'approve' } }
  expect((await supervisor.post(`/api/reviews/${change.survey}/commands`, approval)).status).toBe(200)
  expect((await admin.post('/api/periods/2026-11/seal', {})).status).toBe(200)
  const bytes = async () =>
    Buffer.from(await (await admin.get('/api/periods/2026-11/package.zip')).arrayBuffer())
  const sealed = await bytes()

  await restore(before)
  const { periods } = periodsSchema.parse(await (await admin.get('/api/periods')).json())
  expect(periods.map(({ id, state }) => `${id} ${state}`)).toEqual(['2026-12 open', '2026-11 sealed'])
  expect(await bytes()).toEqual(sealed)
  const reply = await rina.sync(change)
  expect(reply.results[0]).toMatchObject({ outcome: 'applied', survey: surveyId(aminah.id, 1) })
  const row = town.server.database
    .query<{ late: number; status: string }>('select late, status from survey')
    .get()
  expect(row).toEqual({ late: 1, status: 'submitted' })
})

test('[B8] a copy from before what the phone has let go of: the server does not wait for that for ever', async () => {
  const rina = await phoneOf('rina')
  await answer(rina, aminah.id, FLOOR, 'tanah')
  const older = await backUp()
  passDays(1)
  await answer(rina, euis.id, FLOOR, 'keramik')
  await backUp()
  await rina.engine.sync()
  passDays(40)
  const again = await openAppPhone(site, 'rina', PASSWORD, rina.device)
  await again.engine.sync()
  await again.engine.sync()
  expect((await outboxOf(again)).map(({ seq }) => seq)).toEqual([])
  await restore(older)
  await again.signIn()
  await again.engine.sync()
  expect(await again.answer(dedi.id, FLOOR, 'bambu')).toBe('saved')
  await again.engine.sync()
  expect(again.engine.state.value.kind).toBe('up-to-date')
  expect(floorOf(dedi.id)).toBe('bambu')
  expect(logged().map(({ seq }) => seq)).toEqual([1, 3])
  const told = town.server.database
    .query<{ detail: string }>(`select detail from audit where action = 'sync.gone'`)
    .all()
  expect(told.map(({ detail }) => JSON.parse(detail) as unknown)).toEqual([{ from: 2, to: 2 }])
})
