import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeBackup } from '../../../server/backup/make-backup.ts'
import { compose } from '../../../server/composition.ts'
import { readConfig, type Config } from '../../../server/platform/config.ts'
import { createLog } from '../../../server/platform/log.ts'
import type { DeviceId, FamilyId, HouseholdId, PersonId } from '../../../shared/ids.ts'
import type { KelurahanCode } from '../../../shared/population/area.ts'
import { EMPTY_DOCUMENT } from '../../../shared/survey/document.ts'
import type { HouseholdRecord } from '../../../shared/sync/protocol.ts'
import { publishList } from '../../support/listed.ts'

export const KELURAHAN = '32.73.01.1001' as KelurahanCode
export const KEEP = { days: 35, months: 12 }
export const OPENED_AT = new Date('2026-11-23T03:00:00Z')

/** RWs of the town. */
export const RWS = ['005', '006', '007'] as const
export type Rw = (typeof RWS)[number]

/** An id that is the same in every run. */
const idOf = <Id extends string>(kind: number, number: number) =>
  `01900000-0000-7000-8${String(kind).padStart(3, '0')}-${String(number).padStart(12, '0')}` as Id

/** Who works here, and what they hold at first: each shares an RW with another one, and lacks one. */
export const ENUMERATORS = { rina: ['005'], asep: ['005', '006'], dewi: ['006', '007'] } as const
export type Person = keyof typeof ENUMERATORS

/** Who supervises, and where: one the whole kelurahan, one a single RW of it. */
export const SUPERVISORS = { pengawas: null, pengawas005: '005' } as const
export type Supervisor = keyof typeof SUPERVISORS

const PASSWORDLESS = 'nobody signs in by password here'

/** Whose phones there are: two people have an old one beside theirs. */
export const PHONES = {
  rina: { owner: 'rina', device: idOf<DeviceId>(1, 1) },
  rinaOld: { owner: 'rina', device: idOf<DeviceId>(1, 2) },
  asep: { owner: 'asep', device: idOf<DeviceId>(1, 3) },
  asepOld: { owner: 'asep', device: idOf<DeviceId>(1, 4) },
  dewi: { owner: 'dewi', device: idOf<DeviceId>(1, 5) },
} as const
export type PhoneName = keyof typeof PHONES

/** The ministry's list: two houses in the first RW, one in each other. */
export const HOUSES: readonly HouseholdRecord[] = (['005', '005', '006', '007'] as const).map(houseIn)

function houseIn(rw: Rw, number: number): HouseholdRecord {
  const family = idOf<FamilyId>(3, number)
  const [head, child] = [idOf<PersonId>(4, number * 10), idOf<PersonId>(4, number * 10 + 1)]
  return {
    id: idOf<HouseholdId>(2, number),
    registerVersion: 0,
    area: { kelurahan: KELURAHAN, rw, rt: '003' },
    source: 'list',
    asOf: '2026-10-31',
    known: {
      ...EMPTY_DOCUMENT,
      location: { kelurahan: KELURAHAN, rw, rt: '003', address: `Gg. Mawar ${number + 1}` },
      families: { [family]: { order: 1, kk: `327301230410000${number}` } },
      members: {
        [head]: { order: 1, family, name: `Aminah ${number}`, relationship: 'kepala', sex: 'P' },
        [child]: { order: 2, family, name: `Dedi ${number}`, relationship: 'anak', sex: 'L' },
      },
    },
  }
}

export function configOf(folder: string): Config {
  return readConfig({ DATA_DIR: folder, CLIENT_DIR: folder, LOG_LEVEL: 'silent', DEMO: 'never' })
}

/** A folder for one process's servers, in memory where the machine has such a place. */
export function makeFolder(): string {
  const parent = process.platform === 'linux' ? '/dev/shm' : tmpdir()
  try {
    return mkdtempSync(join(parent, 'yesjitu-simulation-'))
  } catch {
    return mkdtempSync(join(tmpdir(), 'yesjitu-simulation-'))
  }
}

/** A data folder to begin with, and yesterday's backup of it. */
export type Prepared = { readonly folder: string; readonly backup: string }

/** Prepares the data folder that each run starts from: the people, what they hold, and the ministry's list. */
export async function prepareTown(root: string): Promise<Prepared> {
  const folder = join(root, 'prepared')
  mkdirSync(folder, { recursive: true })
  const server = compose(configOf(folder), () => OPENED_AT, createLog({ LOG_LEVEL: 'silent' }))
  server.database.write((tx) => {
    const add = (username: string, role: 'enumerator' | 'supervisor' | 'city-admin') =>
      server.accounts.add(tx, { username, name: username, role, passwordHash: PASSWORDLESS })
    const admin = add('admin', 'city-admin')
    for (const [username, rw] of Object.entries(SUPERVISORS)) {
      const account = add(username, 'supervisor')
      server.scopes.give(tx, { account, kelurahan: KELURAHAN, rw }, admin)
    }
    for (const [username, rws] of Object.entries(ENUMERATORS)) {
      const account = add(username, 'enumerator')
      for (const rw of rws) server.scopes.give(tx, { account, kelurahan: KELURAHAN, rw }, admin)
    }
  })
  publishList(server.database, HOUSES, '2026-10-31')
  await server.close()
  const job = { dataDirectory: folder, backupDirectory: join(root, 'backups'), keep: KEEP }
  const { copy } = await makeBackup(job, () => OPENED_AT)
  return { folder, backup: copy.path }
}
