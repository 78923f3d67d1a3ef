import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { Session } from '../../shared/api/session.ts'
import type { AccountId, DeviceId } from '../../shared/ids.ts'
import { createIds } from '../platform/ids.ts'
import { createPlainSealer } from '../platform/plain-sealer.ts'
import { HandClock } from '../sync/testing/phone.ts'
import { forgetDevice, knownDevices } from './forget-device.ts'
import { openInstallation } from './installation-database.ts'

const sealer = createPlainSealer()

const sessionOf = (username: string, device: DeviceId): Session => ({
  account: { id: `account-${username}` as AccountId, username, name: username, role: 'enumerator' },
  device,
  areas: [],
  receiptKey: 'key',
})

test('[D2] who signs in after a loss gets another device; others on the phone keep theirs', async () => {
  const installation = await openInstallation({ sealer, clock: new HandClock(), ids: createIds() })
  const [rina, asep] = [await installation.deviceFor('rina'), await installation.deviceFor('asep')]
  await installation.use(sessionOf('asep', asep))
  await installation.use(sessionOf('rina', rina))
  expect(new Set(await knownDevices(sealer))).toEqual(new Set([rina, asep]))

  await forgetDevice(sealer, rina)
  expect(await installation.current()).toBeNull()
  expect(await installation.deviceFor('rina')).not.toBe(rina)
  expect(await installation.deviceFor('asep')).toBe(asep)
  expect(await knownDevices(sealer)).toEqual([asep])
})
