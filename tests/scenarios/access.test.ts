import { afterEach, beforeEach, expect, test } from 'vitest'
import { POLICY } from '../../server/policy.ts'
import { ROLES } from '../../shared/api/session.ts'
import { knownDevicesSchema } from '../../shared/api/devices.ts'
import { assignmentBoardSchema } from '../../shared/api/assignments.ts'
import { listedHousehold } from '../support/listed.ts'
import { newId } from '../../server/platform/ids.ts'
import type { DeviceId } from '../../shared/ids.ts'
import { signIn } from '../support/browser-session.ts'
import { field, KELURAHAN, type Field } from '../support/field.ts'

let town: Field
beforeEach(async () => {
  town = field()
  for (const role of ROLES) await town.account(role, role)
})
afterEach(() => town.end())

const asRequest = (path: string) => path.replaceAll(/:\w+/g, '01900000-0000-7000-8000-000000000001')

test('every route of the API stands in the policy, and every row of the policy has a route', () => {
  const routes = town.server.app.routes
    .filter(({ path, method }) => path.startsWith('/api/') && !path.includes('*') && method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`)
  const rows = POLICY.map(({ method, path }) => `${method} ${path}`)
  expect(new Set(routes)).toEqual(new Set(rows))
  // The guard is one registration of a row, the feature's handler the other.
  for (const row of rows)
    expect([row, routes.filter((route) => route === row).length >= 2]).toEqual([row, true])
})

test('without a session every route but those for anyone answers 401', async () => {
  for (const row of POLICY.filter(({ who }) => who !== 'anyone')) {
    const response = await town.server.app.request(asRequest(row.path), { method: row.method })
    expect([row.path, response.status]).toEqual([row.path, 401])
  }
})

test('a role that a row does not name is refused', async () => {
  for (const role of ROLES) {
    const browser = await town.browser(role)
    for (const row of POLICY.filter(({ who }) => who !== 'anyone' && !who.includes(role))) {
      const path = asRequest(row.path)
      const response = await browser.send(row.method, path)
      expect([role, row.path, response.status]).toEqual([role, row.path, 403])
    }
  }
})

test('what no row names does not exist', async () => {
  const browser = await town.browser('city-admin')
  expect((await browser.get('/api/accounts/1')).status).toBe(404)
})

test('a wrong password and an unknown user get the same answer', async () => {
  const device = () => newId<DeviceId>()
  const wrong = await signIn(town.server.app, 'enumerator', 'salah', device())
  const unknown = await signIn(town.server.app, 'siapa', 'salah', device())
  expect(wrong.signedIn.status).toBe(401)
  expect(await wrong.signedIn.json()).toEqual(await unknown.signedIn.json())
})

test('guessing is slowed down, for known and unknown users alike', async () => {
  for (const username of ['enumerator', 'siapa']) {
    const statuses: number[] = []
    for (let tries = 0; tries < 12; tries++) {
      statuses.push((await signIn(town.server.app, username, 'salah', newId())).signedIn.status)
    }
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429])
  }
})

test('[V1] an expired session, a signed-out one and another account’s device are refused', async () => {
  const device = newId<DeviceId>()
  const browser = await town.browser('enumerator', device)
  expect((await browser.get('/api/session')).status).toBe(200)
  expect((await town.browser('supervisor', device)).signedIn.status).toBe(403)
  town.clock.now = new Date(town.clock.now.getTime() + 31 * 24 * 60 * 60 * 1000)
  const expired = await browser.get('/api/session')
  expect(await expired.json()).toMatchObject({ status: 401, code: 'signed-out' })
  const fresh = await town.browser('enumerator', device)
  expect((await fresh.delete('/api/session')).status).toBe(204)
  expect((await fresh.get('/api/session')).status).toBe(401)
})

test('[V2] a revoked device is told so, whatever it asks, until it is restored; nobody revokes their own', async () => {
  const admin = await town.browser('city-admin')
  const phone = await town.phone('enumerator')
  await phone.sync()
  const account = town.server.accounts.findByUsername('enumerator')?.id ?? ''
  const list = async () =>
    knownDevicesSchema.parse(await (await admin.get(`/api/accounts/${account}/devices`)).json()).devices
  expect(await list()).toMatchObject([{ id: phone.device, revokedAt: null }])
  const path = `/api/devices/${phone.device}/revocation`
  for (let presses = 0; presses < 2; presses++) expect((await admin.post(path, {})).status).toBe(204)
  expect(await list()).toMatchObject([{ revokedAt: town.clock.now.toISOString() }])
  for (const asked of [
    phone.browser.get('/api/session'),
    phone.browser.post('/api/sync', phone.lastRequest()),
  ]) {
    expect(await (await asked).json()).toMatchObject({ status: 403, code: 'device-revoked' })
  }
  const again = await town.browser('enumerator', phone.device)
  expect(await again.signedIn.json()).toMatchObject({ code: 'device-revoked' })
  expect((await admin.delete(path)).status).toBe(204)
  expect((await phone.sync()).expected).toBeNull()
  const { device } = (await (await admin.get('/api/session')).json()) as { device: string }
  expect((await admin.post(`/api/devices/${device}/revocation`, {})).status).toBe(403)
  expect((await admin.post(`/api/devices/${newId()}/revocation`, {})).status).toBe(404)
  const acts = town.server.database
    .query<{ action: string }>(`select action from audit where action like 'device.%'`)
    .all()
  expect(acts.map(({ action }) => action)).toEqual(['device.revoke', 'device.restore'])
})

test('the session cookie cannot be read by scripts nor sent from other sites', async () => {
  const { signedIn } = await town.browser('enumerator')
  const cookie = signedIn.headers.get('set-cookie') ?? ''
  expect(cookie).toContain('HttpOnly')
  expect(cookie).toContain('SameSite=Strict')
  expect(signedIn.headers.get('cache-control')).toBe('no-store')
  expect(signedIn.headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'")
})

test('the admin gives and takes areas; each raises the version that phones carry', async () => {
  const admin = await town.browser('city-admin')
  const phone = await town.phone('enumerator')
  const before = await phone.sync()
  town.publish([listedHousehold('Aminah'), listedHousehold('Dedi'), listedHousehold('Fatimah', '006')])
  const { accounts, areas } = assignmentBoardSchema.parse(await (await admin.get('/api/assignments')).json())
  expect(areas).toEqual([
    { kelurahan: KELURAHAN, rw: '005', households: 2 },
    { kelurahan: KELURAHAN, rw: '006', households: 1 },
  ])
  const account = accounts.find(({ username }) => username === 'enumerator')
  expect(account?.assignments).toMatchObject([{ kelurahan: KELURAHAN, rw: null }])
  const given = await admin.post('/api/assignments', {
    account: account?.id,
    kelurahan: '32.73.01.1002',
    rw: '004',
  })
  expect(given.status).toBe(201)
  const { id } = await given.json()
  const after = await phone.sync()
  expect(after.scope?.version).toBe((before.scope?.version ?? NaN) + 1)
  expect(after.scope?.streams).toContain('32.73.01.1002/004')
  expect((await admin.delete(`/api/assignments/${id}`)).status).toBe(204)
  expect((await admin.delete(`/api/assignments/${id}`)).status).toBe(404)
  expect((await phone.sync()).scope?.streams).not.toContain('32.73.01.1002/004')
  const wrong = await admin.post('/api/assignments', {
    account: account?.id,
    kelurahan: '32.73.99.1001',
    rw: null,
  })
  expect(wrong.status).toBe(400)
})

test('the audit log keeps its rows and shows where it was changed', async () => {
  await town.browser('enumerator')
  const { database, audit } = town.server
  const remove = database.command('delete from audit')
  const change = database.command(`update audit set action = 'x'`)
  expect(() => database.write((tx) => remove(tx))).toThrow('append-only')
  expect(() => database.write((tx) => change(tx))).toThrow('append-only')
  const drop = database.command('drop trigger audit_keeps_words')
  database.write((tx) => drop(tx))
  database.write((tx) => change(tx))
  expect(audit.firstBroken()).toBe(1)
})

test('a whole office can sign in from one address, and nobody can fill the memory before', async () => {
  for (let morning = 0; morning < 105; morning++) {
    expect((await town.browser('enumerator')).signedIn.status).toBe(200)
  }
  const huge = await town.server.app.request('/api/session', { method: 'POST', body: 'x'.repeat(100_000) })
  expect(huge.status).toBe(413)
})
