import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose, type Server } from '../../server/composition.ts'
import { hashPassword } from '../../server/features/accounts/password.ts'
import { readConfig } from '../../server/platform/config.ts'
import { createLog } from '../../server/platform/log.ts'
import { newId } from '../../server/platform/ids.ts'
import type { Role } from '../../shared/api/session.ts'
import type { AccountId, DeviceId } from '../../shared/ids.ts'
import type { KelurahanCode } from '../../shared/population/area.ts'
import type { HouseholdRecord } from '../../shared/sync/protocol.ts'
import { publishList } from './listed.ts'
import { signIn, type Browser } from './browser-session.ts'
import { createPhone, type Phone } from './phone.ts'

export const KELURAHAN = '32.73.01.1001' as KelurahanCode
/** Of every account that a field makes. */
export const PASSWORD = 'sandi-uji-coba'

export type Field = {
  readonly server: Server
  /** where its data lie */
  readonly directory: string
  /** the same database file opened by a new server, as after a crash */
  readonly restart: () => Field
  readonly clock: { now: Date }
  /** an account with areas; `rw` null for the whole kelurahan */
  readonly account: (username: string, role: Role, rw?: string | null) => Promise<AccountId>
  readonly browser: (username: string, device?: DeviceId) => Promise<Browser>
  readonly phone: (username: string) => Promise<Phone>
  readonly publish: (households: readonly HouseholdRecord[], asOf?: string) => void
  readonly end: () => Promise<void>
}

/**
 * A server on a real SQLite file in a folder of its own, with a clock in hand.
 * @param settings environment variables of its configuration
 */
export function field(
  directory = mkdtempSync(join(tmpdir(), 'yesjitu-')),
  settings: Readonly<Record<string, string>> = {},
): Field {
  const clock = { now: new Date('2026-11-23T03:00:00Z') }
  const config = readConfig({
    DATA_DIR: directory,
    CLIENT_DIR: directory,
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent',
    DEMO: 'never',
    ...settings,
  })
  const server = compose(config, () => clock.now, createLog(config))
  return {
    server,
    directory,
    clock,
    restart: () => field(directory, settings),
    account: async (username, role, rw = null) => {
      const passwordHash = await hashPassword(PASSWORD)
      return server.database.write((tx) => {
        const id = server.accounts.add(tx, { username, name: username, role, passwordHash })
        if (role !== 'city-admin') {
          server.scopes.give(tx, { account: id, kelurahan: KELURAHAN, rw }, id)
        }
        return id
      })
    },
    browser: (username, device = newId<DeviceId>()) => signIn(server.app, username, PASSWORD, device),
    phone: async (username) => {
      const device = newId<DeviceId>()
      return createPhone(await signIn(server.app, username, PASSWORD, device), device)
    },
    publish: (households, asOf = '2026-10-31') => publishList(server.database, households, asOf),
    end: async () => {
      await server.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
