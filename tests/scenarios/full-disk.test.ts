import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId } from '../../server/platform/ids.ts'
import type { DeviceId } from '../../shared/ids.ts'
import { completePatch, step } from '../support/answers.ts'
import { signIn, siteOf } from '../support/browser-session.ts'
import { field, type Field } from '../support/field.ts'
import { fillDisk } from '../support/fill-disk.ts'
import { listedHousehold } from '../support/listed.ts'
import { createPhone } from '../support/phone.ts'
import { begin, beginAt, offsetAt, picture, sendFrom, sha256Of } from '../support/picture-sender.ts'
import { FROM_SOURCES, startServer } from '../support/server-process.ts'
import { openSmallDisk } from '../support/small-disk.ts'

const aminah = listedHousehold('Aminah')
let town: Field
beforeEach(async () => {
  town = field()
  await town.account('rina', 'enumerator')
  town.publish([aminah])
})
afterEach(() => town.end())

/** Lets the database have so many more pages and no more, or as many as it likes. */
function leaveRoomFor(pages: number | null): void {
  const { database } = town.server
  const now = database.query<{ page_count: number }>('pragma page_count').get()?.page_count ?? 0
  database.query(`pragma max_page_count = ${pages === null ? 1_000_000 : now + pages}`).get()
}

const logged = () =>
  town.server.database
    .query<{ id: string }>('select id from change order by seq')
    .all()
    .map(({ id }) => id)

test('[S6] a store without room answers 507, keeps what it acknowledged, and goes on once it has room', async () => {
  const phone = await town.phone('rina')
  await phone.sync()
  const first = phone.change(aminah.id, completePatch(aminah.known))
  await phone.sync(first)
  leaveRoomFor(0)
  const wishes = 'Modal untuk warung kecil. '.repeat(38)
  const more = Array.from({ length: 40 }, (_, index) =>
    phone.change(
      aminah.id,
      step('economy/wishes', index === 0 ? null : `${index}${wishes}`, `${index + 1}${wishes}`),
    ),
  )
  await expect(phone.sync(...more)).rejects.toThrow(/^507 .*server-full/)
  const kept = logged()
  expect(kept[0]).toBe(first.id)
  expect(kept.length).toBeLessThan(1 + more.length)
  // What was acknowledged is still answered as it was.
  leaveRoomFor(null)
  const reply = await phone.sync(first, ...more)
  expect(reply.results.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 41 }, () => 'applied'))
  expect(reply.expected).toBeNull()
  expect(logged()).toEqual([first, ...more].map(({ id }) => id))
  expect(town.server.audit.firstBroken()).toBeNull()
})

test('[S6] a server whose disk is full loses nothing that it acknowledged, and recovers', async () => {
  const disk = openSmallDisk()
  // Only root may mount a file system; elsewhere the store's own quota above stands for it.
  if (!disk) return
  const server = await startServer({ DATA_DIR: disk.dataDirectory }, FROM_SOURCES)
  try {
    const run = await fillDisk(server, disk)
    expect(run).toMatchObject({ damage: [], lost: [], taken: run.acknowledged + run.underway })
    expect([run.refused, run.acknowledged].every((count) => count > 0)).toBe(true)
  } finally {
    await server.end()
    disk.end()
  }
}, 60_000)

test('[A8] pictures leave the database its reserve: without room they are answered 507, and surveys go on', async () => {
  const disk = openSmallDisk()
  if (!disk) return
  const server = await startServer({ DATA_DIR: disk.dataDirectory }, FROM_SOURCES)
  try {
    const device = newId<DeviceId>()
    const phone = createPhone(await signIn(siteOf(server), 'rina', 'demo-bandung', device), device)
    for (let remaining = 1; remaining > 0;) remaining = (await phone.sync()).remaining
    const content = picture('rumah', 600_000)
    const place = await beginAt(phone.browser, content)
    const full = { code: 'server-full', status: 507 }
    // Room for what SQLite moves from its log into the database, and less than the reserve of a disk this small.
    disk.fill(8_000_000)
    expect(await (await begin(phone.browser, sha256Of(picture('dalam')), 1000)).json()).toMatchObject(full)
    const known = phone.news.flatMap((item) => (item.kind === 'household' ? [item.household] : []))[0]
    if (!known) throw new Error('the demo has households')
    const reply = await phone.sync(phone.change(known.id, step('economy/wishes', null, 'Modal')))
    expect(reply.results).toMatchObject([{ outcome: 'applied' }])
    disk.empty()
    disk.fill(400_000)
    expect(await (await sendFrom(phone.browser, place, 0, content)).json()).toMatchObject(full)
    disk.empty()
    const offset = await offsetAt(phone.browser, place)
    expect((await sendFrom(phone.browser, place, offset as number, content)).status).toBe(204)
  } finally {
    await server.end()
    disk.end()
  }
}, 60_000)
