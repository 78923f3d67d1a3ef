import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { isFault } from '../../shared/faults.ts'
import type { AccountId } from '../../shared/ids.ts'
import type { KelurahanCode } from '../../shared/population/area.ts'
import type { Role } from '../../shared/api/session.ts'
import type { Server } from '../composition.ts'
import { hashPassword } from '../features/accounts/password.ts'
import { LIST_DATE, writeList } from './generate/generate-list.ts'

/** Sukarasa and Gegerkalong, two neighbouring kelurahan in the north of the city. */
const DEMO_KELURAHAN = ['32.73.01.1001', '32.73.01.1002'] as KelurahanCode[]
const DEMO_HOUSEHOLDS = 400
const DEMO_SEED = 20

/** Printed at each start of a demo; a real office starts with `DEMO=never` and its own accounts. */
export const DEMO_PASSWORD = 'demo-bandung'

type DemoPerson = {
  readonly username: string
  readonly name: string
  readonly role: Role
  /** `rw` null for the whole kelurahan */
  readonly areas: readonly { readonly kelurahan: KelurahanCode | undefined; readonly rw: string | null }[]
}

const [first, second] = DEMO_KELURAHAN

/** One account of each role, and a second enumerator and supervisor; the names are made up. */
export const DEMO_PEOPLE: readonly [DemoPerson, ...DemoPerson[]] = [
  { username: 'admin', name: 'Tuti Rahayu', role: 'city-admin', areas: [] },
  {
    username: 'pengawas',
    name: 'Hendra Gunawan',
    role: 'supervisor',
    areas: [
      { kelurahan: first, rw: null },
      { kelurahan: second, rw: null },
    ],
  },
  { username: 'rina', name: 'Rina Marlina', role: 'enumerator', areas: [{ kelurahan: first, rw: null }] },
  { username: 'asep', name: 'Asep Sunandar', role: 'enumerator', areas: [{ kelurahan: second, rw: null }] },
  {
    username: 'peksos',
    name: 'Dewi Lestari',
    role: 'case-worker',
    areas: [
      { kelurahan: first, rw: null },
      { kelurahan: second, rw: null },
    ],
  },
]

/** True where the database is empty, or a first start ended after the demo's accounts and before its list. */
export function lacksDemo({ accounts, imports }: Server): boolean {
  if (accounts.count() === 0) return true
  const areOurs = DEMO_PEOPLE.every(({ username, name }) => accounts.findByUsername(username)?.name === name)
  return areOurs && imports.list().every(({ state }) => state === 'failed')
}

/**
 * Fills a database that {@link lacksDemo} with a demo: accounts with areas where there are none, and a synthetic
 * list of two kelurahan, imported just as an office would.
 * @throws Error where the demo's own list is not published in the end
 */
export async function seedDemo(server: Server): Promise<void> {
  const [{ username }] = DEMO_PEOPLE
  const admin =
    server.accounts.findByUsername(username)?.id ?? addPeople(server, await hashPassword(DEMO_PASSWORD))
  const directory = mkdtempSync(join(tmpdir(), 'yesjitu-demo-'))
  try {
    const path = join(directory, 'dtks-demo.csv')
    await writeList(
      { households: DEMO_HOUSEHOLDS, seed: DEMO_SEED, kelurahan: DEMO_KELURAHAN },
      createWriteStream(path),
    )
    const begun = await server.imports.receive(
      { account: admin, device: null },
      {
        fileName: 'dtks-demo.csv',
        asOf: LIST_DATE,
        body: Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>,
      },
    )
    if (isFault(begun)) throw new Error(`the demo's list was refused: ${begun.fault}`)
    await server.imports.ended(begun.import.id)
    const ended = server.imports.find(begun.import.id)
    if (ended?.state !== 'published')
      throw new Error(`the demo's list was not published: ${ended?.fault ?? 'it is gone'}`)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** @returns id of the city admin, in whose name the demo is made */
function addPeople(server: Server, passwordHash: string): AccountId {
  return server.database.write((tx) => {
    const ids = DEMO_PEOPLE.map(({ areas, ...person }) => {
      const account = server.accounts.add(tx, { ...person, passwordHash })
      server.audit.append(tx, { account: null, device: null, action: 'account.add', subject: account })
      for (const { kelurahan, rw } of areas) {
        if (kelurahan) server.scopes.give(tx, { account, kelurahan, rw }, account)
      }
      return account
    })
    return ids[0] as AccountId
  })
}
