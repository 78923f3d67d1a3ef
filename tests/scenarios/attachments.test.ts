import { readdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve, type ServerType } from '@hono/node-server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newId } from '../../server/platform/ids.ts'
import type { ReviewDetail, ReviewQueue } from '../../shared/api/reviews.ts'
import type { DeviceId } from '../../shared/ids.ts'
import { completePatch } from '../support/answers.ts'
import { signIn, siteOf, type Browser } from '../support/browser-session.ts'
import { field, PASSWORD, type Field } from '../support/field.ts'
import { listedHousehold } from '../support/listed.ts'
import { createPhone, type Phone } from '../support/phone.ts'
import {
  begin,
  beginAt,
  offsetAt,
  picture,
  sendAndBreak,
  sendFrom,
  sendPicture,
  sha256Of,
  photoPatch,
} from '../support/picture-sender.ts'

const aminah = listedHousehold('Aminah')
let town: Field
let listening: ServerType
let url: string

function listen(): Promise<void> {
  return new Promise((resolve) => {
    listening = serve({ fetch: town.server.app.fetch, port: 0 }, (info: AddressInfo) => {
      url = `http://localhost:${info.port}`
      resolve()
    })
  })
}
const closeHttp = () => new Promise((resolve) => listening.close(resolve))

beforeEach(async () => {
  town = field()
  await town.account('rina', 'enumerator')
  await town.account('pengawas', 'supervisor')
  town.publish([aminah])
  await listen()
})
afterEach(async () => {
  await closeHttp()
  await town.end()
})

const browserOf = (username: string): Promise<Browser> =>
  signIn(siteOf({ url }), username, PASSWORD, newId<DeviceId>())

async function phoneOf(username: string): Promise<Phone> {
  const device = newId<DeviceId>()
  return createPhone(await signIn(siteOf({ url }), username, PASSWORD, device), device)
}

const stored = () =>
  readdirSync(join(town.directory, 'attachments'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()
const rows = () => town.server.database.query('select sha256, type, bytes from attachment').all()
const actions = () =>
  town.server.database
    .query<{ action: string }>('select action from audit order by seq')
    .all()
    .map(({ action }) => action)

test('[A2] a picture is there once all of it was read and its hash is the one promised', async () => {
  const rina = await browserOf('rina')
  const content = picture('rumah')
  expect(await sendPicture(rina, content)).toBe(204)
  expect(rows()).toEqual([{ sha256: sha256Of(content), type: 'image/jpeg', bytes: 150_000 }])
  expect(stored()).toEqual([sha256Of(content)])
  expect(actions()).toContain('attachment.receive')
})

test('[A3] cut at 60 %, it goes on from what arrived', async () => {
  const rina = await browserOf('rina')
  const content = picture('rumah', 400_000)
  const place = await beginAt(rina, content)
  await sendAndBreak(url, rina, place, content, 240_000)
  const offset = await vi.waitFor(async () => {
    const had = await offsetAt(rina, place)
    expect(had).toBeGreaterThan(100_000)
    return had as number
  })
  expect(offset).toBeLessThanOrEqual(240_000)
  expect(rows()).toEqual([])
  expect((await sendFrom(rina, place, offset, content)).status).toBe(204)
  expect(stored()).toEqual([sha256Of(content)])
})

test('[A3] a server that was started anew goes on where the other one stopped', async () => {
  const rina = await browserOf('rina')
  const content = picture('rumah', 400_000)
  const place = await beginAt(rina, content)
  await sendAndBreak(url, rina, place, content, 240_000)
  await vi.waitFor(async () => expect(await offsetAt(rina, place)).toBeGreaterThan(0))
  await closeHttp()
  await town.server.close()
  town = town.restart()
  await listen()
  const again = { ...rina, send: sendTo(rina) }
  const offset = (await offsetAt(again, place)) as number
  expect(offset).toBeGreaterThan(0)
  expect((await sendFrom(again, place, offset, content)).status).toBe(204)
  expect(rows()).toHaveLength(1)
})

/** The same session on the server as it listens now. */
function sendTo({ cookie }: Browser): Browser['send'] {
  return (method, path, headers = {}, body) =>
    Promise.resolve(
      siteOf({ url }).request(path, {
        method,
        headers: { cookie, ...headers },
        ...(body ? { body } : {}),
      }),
    )
}

test('[A4] what is not what its hash promised is thrown away, and can be sent anew', async () => {
  const rina = await browserOf('rina')
  const content = picture('rumah')
  const damaged = content.slice()
  damaged[70_000] = (damaged[70_000] ?? 0) ^ 1
  const place = await beginAt(rina, content)
  const reply = await sendFrom(rina, place, 0, damaged)
  expect([reply.status, reply.headers.get('content-type')]).toEqual([422, 'application/problem+json'])
  expect(await reply.json()).toMatchObject({ code: 'picture-damaged' })
  expect([rows(), stored()]).toEqual([[], []])
  expect(await offsetAt(rina, place)).toEqual({ status: 404 })
  expect(await sendPicture(rina, content)).toBe(204)
})

test('[A4] what is no picture is refused whatever its hash', async () => {
  const rina = await browserOf('rina')
  const content = new TextEncoder().encode('<svg onload="alert(1)">'.padEnd(500))
  const reply = await sendFrom(rina, await beginAt(rina, content), 0, content)
  expect(await reply.json()).toMatchObject({ code: 'picture-unreadable', status: 422 })
  expect([rows(), stored()]).toEqual([[], []])
})

test('[A5] the same content is kept once: whoever brings it again sends no bytes', async () => {
  const content = picture('rumah')
  await sendPicture(await browserOf('rina'), content)
  const reply = await begin(await browserOf('rina'), sha256Of(content), content.length)
  expect([reply.status, reply.headers.get('location')]).toEqual([200, null])
  expect(await reply.json()).toEqual({ held: sha256Of(content) })
  expect(stored()).toEqual([sha256Of(content)])
})

test('[A5] two that bring the same at once both come to an end, and it is kept once', async () => {
  const content = picture('rumah')
  const [one, other] = [await browserOf('rina'), await browserOf('rina')]
  const places = [await beginAt(one, content), await beginAt(other, content)] as const
  const replies = await Promise.all([
    sendFrom(one, places[0], 0, content),
    sendFrom(other, places[1], 0, content),
  ])
  expect(replies.map(({ status }) => status)).toEqual([204, 204])
  expect([rows().length, stored()]).toEqual([1, [sha256Of(content)]])
})

test('[A3] another device of the same person cannot see or go on with an upload', async () => {
  const content = picture('rumah')
  const place = await beginAt(await browserOf('rina'), content)
  const other = await browserOf('rina')
  expect(await offsetAt(other, place)).toEqual({ status: 404 })
  expect((await sendFrom(other, place, 0, content)).status).toBe(404)
  const supervisor = await browserOf('pengawas')
  expect((await begin(supervisor, sha256Of(content), content.length)).status).toBe(403)
})

test('[A2] what is too large, or does not say what it will be, is not begun', async () => {
  const rina = await browserOf('rina')
  const sha256 = sha256Of(picture('rumah'))
  const large = await begin(rina, sha256, 8 * 1024 * 1024 + 1)
  expect(await large.json()).toMatchObject({ code: 'picture-too-large', status: 413 })
  for (const reply of [await begin(rina, 'rumah.jpg', 10), await begin(rina, sha256, 0)])
    expect(await reply.json()).toMatchObject({ code: 'bad-request' })
})

test('[A6] only who may see a survey that shows a picture sees it, and each look is logged', async () => {
  await town.account('joko', 'enumerator')
  await town.account('tetangga', 'supervisor', '009')
  const phone = await phoneOf('rina')
  const content = picture('rumah')
  const path = `/api/attachments/${sha256Of(content)}`
  await sendPicture(phone.browser, content)
  const supervisor = await browserOf('pengawas')
  expect((await phone.browser.get(path)).status).toBe(404)

  const shown = { ...completePatch(aminah.known), ...photoPatch(newId(), sha256Of(content)) }
  await phone.sync(phone.change(aminah.id, shown))
  expect((await supervisor.get(path)).status).toBe(404)
  const author = await phone.browser.get(path)
  expect(new Uint8Array(await author.arrayBuffer())).toEqual(content)

  await phone.sync(phone.change(aminah.id, {}, { command: { kind: 'submit' } }))
  const reply = await supervisor.get(path)
  expect(reply.status).toBe(200)
  expect(Object.fromEntries(reply.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  for (const username of ['joko', 'tetangga'])
    expect((await (await browserOf(username)).get(path)).status).toBe(404)
  expect(actions().filter((action) => action === 'attachment.read')).toHaveLength(2)
  expect(town.server.audit.firstBroken()).toBeNull()
})

test('[A6] to name somebody else’s picture in a survey of one’s own shows nothing of it', async () => {
  const phone = await phoneOf('rina')
  const content = picture('rumah')
  await sendPicture(phone.browser, content)
  await town.account('joko', 'enumerator')
  const joko = await phoneOf('joko')
  await joko.sync(joko.change(aminah.id, photoPatch(newId(), sha256Of(content))))
  expect((await joko.browser.get(`/api/attachments/${sha256Of(content)}`)).status).toBe(404)
})

test('[A7] the review says which pictures of a survey have arrived', async () => {
  const phone = await phoneOf('rina')
  const [here, away] = [picture('depan'), picture('dalam')]
  const [first, second] = [newId(), newId()]
  const change = phone.change(
    aminah.id,
    {
      ...completePatch(aminah.known),
      ...photoPatch(first, sha256Of(here)),
      ...photoPatch(second, sha256Of(away)),
    },
    { command: { kind: 'submit' } },
  )
  await phone.sync(change)
  const supervisor = await browserOf('pengawas')
  const arrived = async () => {
    const reply = await supervisor.get(`/api/reviews/${change.survey}`)
    return ((await reply.json()) as ReviewDetail).arrived
  }
  const missing = async () => {
    const reply = await supervisor.get('/api/reviews')
    return ((await reply.json()) as ReviewQueue).rows.map(({ photosMissing }) => photosMissing)
  }
  expect(await arrived()).toEqual([])
  expect(await missing()).toEqual([2])
  await sendPicture(phone.browser, here)
  expect(await arrived()).toEqual([sha256Of(here)])
  expect(await missing()).toEqual([1])
  // Taken out of the survey, it is no picture of it any more.
  await phone.sync(phone.change(aminah.id, { [`attachments/${first}/removed`]: { from: null, to: 'batal' } }))
  expect(await arrived()).toEqual([])
  expect((await supervisor.get(`/api/attachments/${sha256Of(here)}`)).status).toBe(404)
})

test('[A3] what was begun too long ago is swept, what is younger stays', async () => {
  const rina = await browserOf('rina')
  const place = await beginAt(rina, picture('rumah'))
  town.clock.now = new Date(Date.now() + 6 * 24 * 3600_000)
  await town.server.uploads.sweep()
  expect(await offsetAt(rina, place)).toBe(0)
  town.clock.now = new Date(Date.now() + 8 * 24 * 3600_000)
  await town.server.uploads.sweep()
  expect(stored()).toEqual([])
})
