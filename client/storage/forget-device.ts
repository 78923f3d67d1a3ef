import { isFault } from '../../shared/faults.ts'
import type { DeviceId } from '../../shared/ids.ts'
import type { Sealer } from '../ports/sealer.ts'
import { openInstallationRecords } from './installation-database.ts'

/** Devices that the installation's database knows. */
export async function knownDevices(sealer: Sealer): Promise<readonly DeviceId[]> {
  const records = await openInstallationRecords(sealer)
  const devices = await records.all('devices')
  records.close()
  return devices.map(({ body }) => body.session.device)
}

/**
 * Takes a device out of the installation's database: its user gets another one at the next sign-in. The device's own
 * database stays as it is.
 * @throws Error where the browser refuses to write
 */
export async function forgetDevice(sealer: Sealer, device: DeviceId): Promise<void> {
  const records = await openInstallationRecords(sealer)
  try {
    for (;;) {
      const devices = (await records.all('devices')).filter(({ id }) => id === device)
      const offers = await records.all('offers')
      const outcome = await records.commit([
        ...devices.map(({ id, mark }) => ({ table: 'devices', id, kind: 'remove', over: mark }) as const),
        ...offers.map(({ id, area, state, at, body, mark }) => {
          const others = Object.entries(body.devices).filter(([, offered]) => offered !== device)
          const keys = { area, state, at }
          const left = { devices: Object.fromEntries(others) }
          return { table: 'offers', id, kind: 'put', keys, body: left, over: mark } as const
        }),
      ])
      if (outcome === 'saved') return
      if (isFault(outcome)) throw new Error(outcome.fault)
    }
  } finally {
    records.close()
  }
}
