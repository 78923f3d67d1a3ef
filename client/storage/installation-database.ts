import type Dexie from 'dexie'
import type { Session } from '../../shared/api/session.ts'
import { fault, isFault, type Fault } from '../../shared/faults.ts'
import type { DeviceId } from '../../shared/ids.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Installation } from '../ports/installation.ts'
import type { Found, Mark, Records, Write } from '../ports/records.ts'
import type { Sealer } from '../ports/sealer.ts'
import { openSealedDatabase, type SealedRecords } from './sealed-database.ts'

/** Row state: `in-use` for one device at most, else `known`. */
type InstallationBodies = {
  devices: { readonly session: Session }
  /** one row: ids given to users whose first sign-in has not ended, by folded name */
  offers: { readonly devices: Readonly<Record<string, DeviceId>> }
}

const ONLY = 'only'

/** The small database that knows the installation's devices. */
export async function openInstallation(ports: {
  readonly sealer: Sealer
  readonly clock: Clock
  readonly ids: Ids
}): Promise<Installation> {
  const records = await openInstallationRecords(ports.sealer)
  const devices = () => records.all('devices')

  return {
    async current() {
      const found = (await devices()).find((device) => device.state === 'in-use')
      return found ? { session: found.body.session, lastUsed: found.at } : null
    },
    async deviceFor(username) {
      const known = (await devices()).find((device) => isSameUser(device.body.session, username))
      return known ? known.body.session.device : offerDevice(foldName(username))
    },
    use: (session) =>
      update(records, (found) => {
        if (found.some(({ body }) => isOfAnotherServer(body.session, session)))
          return fault('server-key-changed')
        return [
          ...found.filter((device) => device.id !== session.device).flatMap(putAside),
          putInUse(session, found.find((device) => device.id === session.device)?.mark ?? null),
        ]
      }),
    leave: () => update(records, (found) => found.flatMap(putAside)),
  }

  // Two tabs may sign the same user in at once: the row decides, so both get the id that was written first.
  async function offerDevice(username: string): Promise<DeviceId> {
    for (;;) {
      const [found] = await records.all('offers')
      const offered = found?.body.devices ?? {}
      const earlier = Object.hasOwn(offered, username) ? offered[username] : undefined
      if (earlier) return earlier
      const device = ports.ids.uuidv7() as DeviceId
      const keys = { area: '', state: '', at: ports.clock.now().toISOString() }
      const body = { devices: { ...offered, [username]: device } }
      const over = found?.mark ?? null
      const outcome = await records.commit([{ table: 'offers', id: ONLY, kind: 'put', keys, body, over }])
      // Full storage is said by `use`, which has to write, too.
      if (outcome !== 'stale') return device
    }
  }

  function putInUse(session: Session, over: Mark | null): Write<InstallationBodies> {
    const keys = { area: '', state: 'in-use', at: ports.clock.now().toISOString() }
    return { table: 'devices', id: session.device, kind: 'put', keys, body: { session }, over }
  }
}

/** The installation's records through a connection of their own. */
export function openInstallationRecords(sealer: Sealer): Promise<SealedRecords<InstallationBodies>> {
  return openSealedDatabase('yesjitu-installation', defineInstallation, { sealer, tabs: null })
}

type FoundDevice = Found<InstallationBodies['devices']>

function putAside({ id, at, area, state, body, mark }: FoundDevice): Write<InstallationBodies>[] {
  if (state !== 'in-use') return []
  return [{ table: 'devices', id, kind: 'put', keys: { area, state: 'known', at }, body, over: mark }]
}

async function update(
  records: Records<InstallationBodies>,
  plan: (found: readonly FoundDevice[]) => readonly Write<InstallationBodies>[] | Fault,
) {
  for (;;) {
    const writes = plan(await records.all('devices'))
    if (isFault(writes)) return writes
    if (writes.length === 0) return 'saved'
    const outcome = await records.commit(writes)
    if (outcome === 'saved' || isFault(outcome)) return outcome
  }
}

/** Sessions from before receipts had a key do not say of which server they are. */
function isOfAnotherServer({ receiptKey: known }: Partial<Session>, { receiptKey }: Session): boolean {
  return known !== undefined && known !== receiptKey
}

function isSameUser(session: Session, username: string): boolean {
  return foldName(session.account.username) === foldName(username)
}

function foldName(username: string): string {
  return username.trim().toLowerCase()
}

function defineInstallation(db: Dexie): void {
  db.version(1).stores({ devices: 'id, state' })
  db.version(2).stores({ offers: 'id' })
}
