import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRescueSealer } from '../../client/platform/rescue-sealer.ts'
import { createRescue } from '../../client/sync/rescue.ts'
import { rescueKeySchema, rescueReplySchema, type RescueReply } from '../../shared/api/rescue.ts'
import { reviewQueueSchema } from '../../shared/api/reviews.ts'
import { isFault } from '../../shared/faults.ts'
import type { AccountId, DeviceId } from '../../shared/ids.ts'
import type { Change } from '../../shared/sync/change.ts'
import type { HouseholdRecord } from '../../shared/sync/protocol.ts'
import { RESCUE_MAGIC } from '../../shared/sync/rescue-file.ts'
import { openRescueKey } from '../../server/records/rescue-key.ts'
import { newId } from '../../server/platform/ids.ts'
import { completePatch, step } from '../support/answers.ts'
import type { Browser } from '../support/browser-session.ts'
import { field, type Field } from '../support/field.ts'
import { listedHousehold } from '../support/listed.ts'
import type { Phone } from '../support/phone.ts'
import { photoPatch, picture, sha256Of } from '../support/picture-sender.ts'

let town: Field
let rina: AccountId
let phone: Phone
let pengawas: Browser
let aminah: HouseholdRecord
let dedi: HouseholdRecord

beforeEach(async () => {
  town = field()
  rina = await town.account('rina', 'enumerator', '005')
  await town.account('pengawas', 'supervisor')
  aminah = listedHousehold('Aminah')
  dedi = listedHousehold('Dedi')
  town.publish([aminah, dedi])
  phone = await town.phone('rina')
  await phone.sync()
  pengawas = await town.browser('pengawas')
})
afterEach(() => town.end())

const submitted = (household: HouseholdRecord) =>
  phone.change(household.id, completePatch(household.known), { command: { kind: 'submit' } })

const PHOTO = new Blob([picture('front', 600_000)], { type: 'image/jpeg' })
const NO_PICTURE = new Blob([new Uint8Array(900).fill(7)], { type: 'image/jpeg' })
const hashOf = async (photo: Blob) => sha256Of(new Uint8Array(await photo.arrayBuffer()))

function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    // Closed since the folder was read.
    return ''
  }
}

/** The file that a phone would write, by the phone's own code. */
async function fileOf(
  changes: readonly Change[],
  {
    photos = [] as readonly Blob[],
    device = phone.device as DeviceId,
    account = rina,
    browser = phone.browser,
  } = {},
): Promise<Blob> {
  const key = rescueKeySchema.parse(await (await browser.get('/api/rescue-key')).json())
  const named = new Map(await Promise.all(photos.map(async (photo) => [await hashOf(photo), photo] as const)))
  const rescue = createRescue({
    whose: { device, account },
    key: () => key,
    sealer: createRescueSealer(),
    changes: () => Promise.resolve(changes),
    photoNames: () => Promise.resolve([...named.keys()]),
    photos: { photo: (sha256) => Promise.resolve(named.get(sha256) ?? null) },
    clock: { now: () => town.clock.now },
  })
  const file = await rescue.write(() => undefined)
  if (isFault(file)) throw new Error(file.fault)
  return file.blob
}

async function bring(file: Blob, browser = pengawas): Promise<RescueReply> {
  const response = await browser.post('/api/rescue-files', file)
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
  return rescueReplySchema.parse(await response.json())
}

const count = (table: string) =>
  town.server.database.query<{ count: number }>(`select count(*) as count from ${table}`).get()?.count

/** All that the server knows of surveys, without the time. */
const surveys = () =>
  town.server.database.query('select id, author_id, status, version, document from survey order by id').all()

const DOCUMENTS = 'select id, status, document from survey order by id'
const documents = () => town.server.database.query(DOCUMENTS).all()

const isEmpty = () => count('change') === 0 && count('quarantine') === 0 && count('survey') === 0

test('[R2] [R4] a file is taken like a sync of its device: in the queue, with its author', async () => {
  const reply = await bring(await fileOf([submitted(aminah), submitted(dedi)]))
  expect(reply).toMatchObject({ kind: 'taken', enumerator: 'rina', taken: 2, known: 0, surveys: 2 })
  const queue = reviewQueueSchema.parse(await (await pengawas.get('/api/reviews?status=submitted')).json())
  expect(queue.rows.map(({ enumerator, late }) => [enumerator, late])).toEqual([
    ['rina', false],
    ['rina', false],
  ])
  expect(queue.quarantined).toBe(0)
  // Nothing of it stays beside the database.
  const uploads = join(town.directory, 'uploads')
  expect(existsSync(uploads) ? readdirSync(uploads) : []).toEqual([])
})

test('[R4] brought in twice, and sent by the phone later, it takes effect once, and the phone gets its receipts', async () => {
  const changes = [submitted(aminah), submitted(dedi)]
  const file = await fileOf(changes)
  await bring(file)
  const before = surveys()
  expect(await bring(file)).toMatchObject({ kind: 'taken', taken: 0, known: 2, surveys: 0 })
  const { results, expected } = await phone.sync(...changes)
  expect(results.map(({ outcome, receipt }) => [outcome, receipt.change])).toEqual(
    changes.map(({ id }) => ['applied', id]),
  )
  expect(expected).toBeNull()
  expect(surveys()).toEqual(before)
  expect([count('change'), count('quarantine')]).toEqual([2, 0])
})

/** Another town with the same people, phone and households, where the same work may come in other ways. */
async function sameTown() {
  const other = field()
  const account = await other.account('rina', 'enumerator', '005')
  await other.account('pengawas', 'supervisor')
  other.publish([aminah, dedi])
  const browser = await other.browser('rina', phone.device)
  const desk = await other.browser('pengawas')
  return {
    byFile: async (changes: readonly Change[]) =>
      expect(await bring(await fileOf(changes, { account, browser }), desk)).toMatchObject({ kind: 'taken' }),
    bySync: async (changes: readonly Change[]) => {
      const request = { ...phone.lastRequest(), epoch: null, cursors: {}, changes }
      expect((await browser.post('/api/sync', request)).status).toBe(200)
    },
    rows: (sql: string) => other.server.database.query(sql).all(),
    end: () => other.end(),
  }
}

test('[R4] whichever part the server had before, and in whatever order file and phone come, the end is the same', async () => {
  const changes = [
    phone.change(aminah.id, step('dwelling/floor', null, 'tanah')),
    phone.change(dedi.id, step('dwelling/floor', null, 'keramik')),
    phone.change(aminah.id, step('dwelling/roof', null, 'seng')),
    phone.change(dedi.id, step('dwelling/wall', null, 'tembok')),
  ]
  await bring(await fileOf(changes))
  const end = documents()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ byFile: fc.boolean(), upTo: fc.integer({ min: 1, max: 4 }) }), { maxLength: 5 }),
      async (steps) => {
        const town2 = await sameTown()
        try {
          for (const { byFile, upTo } of steps) {
            if (byFile) await town2.byFile(changes)
            else await town2.bySync(changes.slice(0, upTo))
          }
          await town2.byFile(changes)
          await town2.bySync(changes)
          expect(town2.rows(DOCUMENTS)).toEqual(end)
          expect(town2.rows('select id from quarantine')).toEqual([])
          expect(town2.rows('select id from change')).toHaveLength(changes.length)
        } finally {
          await town2.end()
        }
      },
    ),
    { numRuns: 8 },
  )
})

test('[R3] of a file that is cut anywhere, or changed anywhere, nothing is taken', async () => {
  const whole = new Uint8Array(await (await fileOf([submitted(aminah)], { photos: [PHOTO] })).arrayBuffer())
  const start = RESCUE_MAGIC.length + 16 + 65
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.boolean(), async (at, isCut) => {
      const spoilt = isCut ? whole.slice(0, at) : whole.map((byte, index) => (index === at ? byte ^ 1 : byte))
      const reply = await bring(new Blob([spoilt]))
      const isShort = isCut && at >= start
      expect({ ...reply, isShort }).toMatchObject({
        kind: 'refused',
        isShort: isShort && reply.kind === 'refused' && reply.why === 'cut',
      })
      expect(isEmpty()).toBe(true)
    }),
    { numRuns: 60 },
  )
  const longer = await bring(new Blob([whole, whole.slice(start)]))
  expect(longer).toEqual({ kind: 'refused', why: 'damaged' })
  expect(isEmpty()).toBe(true)
  expect(await bring(new Blob([whole]))).toMatchObject({ kind: 'taken', photos: { taken: 1 } })
})

test('[R3] a file of something else, of a newer app, of another server is refused in its own words', async () => {
  expect(await bring(new Blob(['NAMA;NIK\n']))).toEqual({ kind: 'refused', why: 'foreign' })
  expect(await bring(new Blob([]))).toEqual({ kind: 'refused', why: 'foreign' })
  expect(await bring(new Blob(['yesjitu-rescue-2 and more']))).toEqual({ kind: 'refused', why: 'newer' })
  const elsewhere = field()
  try {
    await elsewhere.account('rina', 'enumerator')
    const file = await fileOf([submitted(aminah)], { browser: await elsewhere.browser('rina') })
    expect(await bring(file)).toEqual({ kind: 'refused', why: 'other-server' })
  } finally {
    await elsewhere.end()
  }
  expect(isEmpty()).toBe(true)
})

test('[R3] a file that was refused is let go of', async () => {
  const open = () => readdirSync('/proc/self/fd').map((fd) => linkOf(`/proc/self/fd/${fd}`))
  const whole = await (await fileOf([submitted(aminah)], { photos: [PHOTO] })).arrayBuffer()
  for (let time = 0; time < 3; time += 1)
    expect(await bring(new Blob([whole.slice(0, 200_000)]))).toMatchObject({ kind: 'refused' })
  await vi.waitFor(() => expect(open().filter((path) => path.includes('.rescue'))).toEqual([]))
})

test('[R1] a restored backup opens what was sealed before it', () => {
  const key = openRescueKey(town.server.database)
  expect(openRescueKey(town.restart().server.database).id).toBe(key.id)
})

test('[R3] earlier changes that nobody has are waited for, and nothing after them is taken', async () => {
  const [, second] = [submitted(aminah), submitted(dedi)]
  expect(await bring(await fileOf([second]))).toEqual({ kind: 'refused', why: 'gap' })
  expect(isEmpty()).toBe(true)
})

test('[R4] changes of another device in a file go into quarantine, as at a sync', async () => {
  const foreign = phone.change(aminah.id, step('dwelling/floor', null, 'tanah'), {
    device: newId<DeviceId>(),
  })
  expect(await bring(await fileOf([foreign]))).toMatchObject({ kind: 'taken', taken: 1, quarantined: 1 })
  expect(count('survey')).toBe(0)
})

test('[R4] what a revoked phone made is held until somebody has looked at it, and takes effect once released', async () => {
  const file = await fileOf([submitted(aminah), submitted(dedi)])
  await town.account('admin', 'city-admin')
  const admin = await town.browser('admin')
  expect((await admin.post(`/api/devices/${phone.device}/revocation`, {})).status).toBe(204)
  expect(await bring(file)).toMatchObject({ taken: 2, quarantined: 2 })
  expect([count('survey'), count('quarantine')]).toEqual([0, 2])
  expect(await bring(file)).toMatchObject({ taken: 0, known: 2, quarantined: 0 })
})

test('[R5] only who answers for the enumerator brings a file in, and the audit log names both', async () => {
  await town.account('tetangga', 'supervisor', '006')
  await town.account('admin', 'city-admin')
  const file = await fileOf([submitted(aminah)])
  expect((await phone.browser.post('/api/rescue-files', file)).status).toBe(403)
  expect(await bring(file, await town.browser('tetangga'))).toEqual({ kind: 'refused', why: 'other-area' })
  expect(isEmpty()).toBe(true)
  expect(await bring(file, await town.browser('admin'))).toMatchObject({ kind: 'taken', taken: 1 })
  const entries = town.server.database
    .query<{ action: string; account_id: string; subject: string | null }>(
      `select action, account_id, subject from audit where action in ('sync.push', 'rescue.take') order by seq`,
    )
    .all()
  expect(entries.map(({ action, account_id }) => [action, account_id === rina])).toEqual([
    ['sync.push', true],
    ['rescue.take', false],
  ])
  expect(entries[1]?.subject).toBe(phone.device)
})

test('[R3] a device that the server never met, or that is another one’s, is refused', async () => {
  const asep = await town.account('asep', 'enumerator')
  const changes = [submitted(aminah)]
  for (const whose of [{ device: newId<DeviceId>() }, { account: asep }])
    expect(await bring(await fileOf(changes, whose))).toEqual({ kind: 'refused', why: 'unknown-device' })
  expect(isEmpty()).toBe(true)
})

test('[R6] photos come with their surveys, once, whatever else is among them', async () => {
  const shown = { ...completePatch(aminah.known), ...photoPatch(newId(), await hashOf(PHOTO)) }
  const shows = phone.change(aminah.id, shown, { command: { kind: 'submit' } })
  const other = new Blob([picture('inside')], { type: 'image/jpeg' })
  const file = await fileOf([shows], { photos: [NO_PICTURE, PHOTO, other] })
  expect(await bring(file)).toMatchObject({ photos: { taken: 2, known: 0, left: 1 } })
  const seen = await pengawas.get(`/api/attachments/${await hashOf(PHOTO)}`)
  expect([seen.status, sha256Of(new Uint8Array(await seen.arrayBuffer()))]).toEqual([
    200,
    await hashOf(PHOTO),
  ])
  expect(await bring(file)).toMatchObject({ photos: { taken: 0, known: 2, left: 1 } })
  expect(
    town.server.database.query('select device_id, account_id from attachment group by 1, 2').all(),
  ).toEqual([{ device_id: phone.device, account_id: rina }])
})

test('[R1] a file tells nobody but the server anything, and holds photos that no memory would', async () => {
  const file = await fileOf([submitted(aminah)], { photos: [PHOTO] })
  expect(file.size).toBeGreaterThan(PHOTO.size)
  expect(await file.text()).not.toContain('Aminah')
  expect(await file.text()).not.toContain(phone.device)
})
