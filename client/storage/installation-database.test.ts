import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { v7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import type { Session } from '../../shared/api/session.ts'
import { fault } from '../../shared/faults.ts'
import type { AccountId, DeviceId } from '../../shared/ids.ts'
import { createIds } from '../platform/ids.ts'
import { createPlainSealer } from '../platform/plain-sealer.ts'
import { HandClock } from '../sync/testing/phone.ts'
import { openInstallation } from './installation-database.ts'
import Dexie from 'dexie'

beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory()
})

const open = () => openInstallation({ sealer: createPlainSealer(), clock: new HandClock(), ids: createIds() })

const sessionOf = (username: string, device: DeviceId): Session => ({
  account: { id: v7() as AccountId, username, name: username, role: 'enumerator' },
  device,
  areas: [],
  receiptKey: 'the key',
})

test('each user has a device of their own on a shared phone, whatever the case of the name', async () => {
  const installation = await open()
  expect(await installation.current()).toBeNull()
  const rina = sessionOf('Rina', await installation.deviceFor('rina'))
  expect(await installation.use(rina)).toBe('saved')
  const asep = sessionOf('asep', await installation.deviceFor('asep'))
  await installation.use(asep)
  expect(asep.device).not.toBe(rina.device)
  const again = await open()
  expect((await again.current())?.session).toEqual(asep)
  expect(await again.deviceFor(' RINA ')).toBe(rina.device)
})

test('leaving keeps the device for the next sign-in', async () => {
  const installation = await open()
  const rina = sessionOf('rina', await installation.deviceFor('rina'))
  await installation.use(rina)
  expect(await installation.leave()).toBe('saved')
  expect(await installation.current()).toBeNull()
  expect(await installation.deviceFor('rina')).toBe(rina.device)
  await installation.use(rina)
  expect((await installation.current())?.session).toEqual(rina)
})

test('the server’s key is remembered by the installation, and another one is refused', async () => {
  const installation = await open()
  const { receiptKey: _receiptKey, ...early } = sessionOf('rina', await installation.deviceFor('rina'))
  expect(await installation.use(early as Session)).toBe('saved')
  const rina = { ...early, receiptKey: 'the key' }
  expect(await installation.use(rina)).toBe('saved')
  const forged = { ...sessionOf('asep', await installation.deviceFor('asep')), receiptKey: 'another' }
  expect(await installation.use(forged)).toEqual(fault('server-key-changed'))
  expect(await installation.use({ ...rina, receiptKey: 'another' })).toEqual(fault('server-key-changed'))
  expect((await installation.current())?.session).toEqual(rina)
})

test('two tabs that sign the same user in for the first time get one device', async () => {
  const [one, two] = [await open(), await open()]
  const [first, second] = await Promise.all([one.deviceFor('rina'), two.deviceFor(' Rina')])
  expect(second).toBe(first)
  expect(await one.deviceFor('asep')).not.toBe(first)
  await one.use(sessionOf('rina', first))
  expect(await two.deviceFor('rina')).toBe(first)
})

test('an installation from before offers keeps its devices', async () => {
  const old = new Dexie('yesjitu-installation')
  old.version(1).stores({ devices: 'id, state' })
  const rina = sessionOf('rina', v7() as DeviceId)
  const body = await createPlainSealer().seal('devices', rina.device, { session: rina })
  await old.table('devices').put({ id: rina.device, area: '', state: 'in-use', at: '', size: 1, body })
  old.close()
  expect(await (await open()).deviceFor('rina')).toBe(rina.device)
})
