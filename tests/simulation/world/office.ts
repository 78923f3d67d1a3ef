import { copyFileSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { RawReply } from '../../../client/platform/fetch-json.ts'
import { DATABASE_FILE, listCopies } from '../../../server/backup/copy-folder.ts'
import { makeBackup } from '../../../server/backup/make-backup.ts'
import { restoreBackup } from '../../../server/backup/restore-backup.ts'
import { compose, type Server } from '../../../server/composition.ts'
import { isStorageError } from '../../../server/database/storage-error.ts'
import { createSessionStore } from '../../../server/features/accounts/session-store.ts'
import { createPeriodStore } from '../../../server/features/periods/period-store.ts'
import { sealPeriod } from '../../../server/features/periods/seal.ts'
import { newId } from '../../../server/platform/ids.ts'
import { createLog } from '../../../server/platform/log.ts'
import { openReceiptKey } from '../../../server/records/receipt-key.ts'
import type { DeviceId } from '../../../shared/ids.ts'
import { periodOf } from '../../../shared/period.ts'
import { syncReplySchema, type HouseholdRecord, type SyncReply } from '../../../shared/sync/protocol.ts'
import { publishList } from '../../support/listed.ts'
import type { Faults } from './faults.ts'
import type { Letter } from './network.ts'
import { configOf, KEEP, OPENED_AT, type Prepared } from './town.ts'

const SESSION_DAYS = 30
/** SQLite's own limit */
const MOST_PAGES = 4_294_967_294
const DAY_MS = 24 * 3600_000

/** Ids with hashes of all that was acknowledged under an epoch that a restore has ended. */
export type History = ReadonlySet<string>

export const historyKey = (change: string, hash: string) => `${change} ${hash}`

/** What one reply said of a phone's changes, those that were released last. */
export type Given = { readonly device: DeviceId } & Pick<SyncReply, 'results' | 'signature'>

/** The real server application on a real SQLite file, which can be killed at any moment and put back to a backup. */
export class Office {
  now = OPENED_AT
  readonly past = new Map<string, History>()
  /** what was said to be backed up, and was not in the backup that was put back */
  readonly brokenWords: string[] = []
  /** every reply that brought results */
  readonly given: Given[] = []
  readonly #root: string
  readonly #faults: Faults
  /** by epoch and device, as last told */
  readonly #backedUp = new Map<string, number>()
  #folder: string
  #folders = 0
  #server: Server
  #generation = 0
  #toDeath = 0
  #requests = 0
  #lists = 0
  #backup: string

  private constructor(prepared: Prepared, root: string, folder: string, faults: Faults) {
    this.#backup = prepared.backup
    this.#root = root
    this.#folder = folder
    this.#faults = faults
    this.#server = this.#compose()
  }

  /** Opens an office in a folder of its own, on a copy of a prepared one. */
  static open(prepared: Prepared, root: string, faults: Faults): Office {
    const folder = join(root, '0')
    cpSync(prepared.folder, folder, { recursive: true })
    return new Office(prepared, root, folder, faults)
  }

  get server(): Server {
    return this.#server
  }

  /** Takes a phone's request; null where the server was killed over it. */
  async answer({ device, cookie, request }: Letter): Promise<RawReply | null> {
    const reply = await this.#request('POST', '/api/sync', cookie, request)
    if (reply?.status !== 200) return reply
    const { results, released, signature, backedUp, epoch } = syncReplySchema.parse(JSON.parse(reply.text))
    const said = [...results, ...released]
    if (said.length > 0) this.given.push({ device, results: said, signature })
    this.#backedUp.set(`${epoch} ${device}`, backedUp)
    return reply
  }

  /** A session's cookie, as a sign-in gives it; the password is left out because its hash takes its time. */
  signIn(username: string, device: DeviceId): string {
    const { database, accounts } = this.#server
    const sessions = createSessionStore(database)
    const account = accounts.findByUsername(username)
    if (!account) throw new Error(`nobody is called ${username}`)
    try {
      const token = database.write((tx) => {
        sessions.registerDevice(tx, account.id, device, 'simulated')
        return sessions.open(tx, account.id, device, SESSION_DAYS)
      })
      return `yesjitu-session=${token}`
    } catch (error) {
      unlessStorageError(error)
      return ''
    }
  }

  /** Somebody at the office asks something of the API. */
  async ask(username: string, method: string, path: string, body?: unknown): Promise<RawReply | null> {
    return this.#request(method, path, this.signIn(username, newId<DeviceId>()), body)
  }

  /** Kills the server now, like a power cut. */
  async dies(): Promise<void> {
    this.#faults.count('server killed', this.logged())
    await this.#reviveFrom(this.#copy())
  }

  /**
   * Kills the server during the next request, when it asks for the time: before its transaction, in it, or between
   * two of them. A request that ends before is answered, and the answer is lost.
   */
  diesWithin(times: number): void {
    this.#toDeath = times
  }

  /** Tonight's backup, while the server runs. */
  async backsUp(): Promise<void> {
    const job = { dataDirectory: this.#folder, backupDirectory: join(this.#root, 'backups'), keep: KEEP }
    const before = new Set(listCopies(job.backupDirectory).map(({ path }) => path))
    await makeBackup(job, () => this.now).catch(unlessStorageError)
    // A copy may be whole though the server had no room to note it.
    const made = listCopies(job.backupDirectory).find(({ path }) => !before.has(path))
    if (made) this.#backup = made.path
  }

  /** Puts the last backup in the place of all that came since. */
  async restores(): Promise<void> {
    this.past.set(this.epoch(), this.#history())
    const before = this.logged()
    const folder = this.#copy()
    restoreBackup({ dataDirectory: folder, copy: this.#backup }, () => this.now)
    const told = this.#toldBackedUp()
    await this.#reviveFrom(folder)
    for (const { device, upTo } of told) {
      if (this.#taken(device) < upTo)
        this.brokenWords.push(`${device} up to ${upTo} was said to be backed up`)
    }
    this.#faults.count('server restored from a backup', before - this.logged())
  }

  /** The disk has no room for another page, until it has again or the server is started anew. */
  fills(isFull: boolean): void {
    const { database } = this.#server
    const pages = database.query<{ page_count: number }>('pragma page_count').get()?.page_count ?? 0
    database.query(`pragma max_page_count = ${isFull ? pages : MOST_PAGES}`).get()
  }

  /** The month is sealed, as its thread does it; nothing where it has not come yet. */
  async sealsMonth(): Promise<void> {
    const { database } = this.#server
    const open = createPeriodStore(database).open(this.now)
    if (open.id > periodOf(this.now)) return
    const directory = join(this.#folder, 'packages')
    const by = { account: 'admin', device: newId<DeviceId>(), at: this.now.toISOString() }
    await sealPeriod(database, { period: open.id, directory, ...by }).catch(unlessStorageError)
  }

  /** The ministry's next list comes. */
  publishes(households: readonly HouseholdRecord[]): void {
    this.#lists += 1
    const asOf = new Date(OPENED_AT.getTime() + this.#lists * DAY_MS).toISOString().slice(0, 10)
    try {
      publishList(this.#server.database, households, asOf)
    } catch (error) {
      unlessStorageError(error)
    }
  }

  /** Everybody has to sign in again. */
  endsSessions(): void {
    const { database } = this.#server
    const end = database.command('delete from session')
    try {
      database.write((tx) => end(tx))
    } catch (error) {
      unlessStorageError(error)
    }
  }

  /** The key that phones know the server by. */
  receiptKey(): string {
    return openReceiptKey(this.#server.database).publicKey
  }

  epoch(): string {
    const row = this.#server.database
      .query<{ value: string }>(`select value from setting where key = 'epoch'`)
      .get()
    return row?.value ?? ''
  }

  async close(): Promise<void> {
    await this.#server.close()
    rmSync(this.#root, { recursive: true, force: true })
  }

  #compose(): Server {
    const generation = this.#generation
    const clock = () => {
      // Nobody dies over a shortcut of the simulation.
      if (this.#requests > 0 && generation === this.#generation && this.#toDeath > 0 && --this.#toDeath === 0)
        this.#copyOfTheDead()
      return this.now
    }
    return compose(configOf(this.#folder), clock, createLog({ LOG_LEVEL: 'silent' }))
  }

  #dead: string | null = null

  /** The files as they are at this moment, in the midst of a transaction perhaps: what a killed process leaves. */
  #copyOfTheDead(): void {
    this.#dead = this.#copy()
  }

  async #request(method: string, path: string, cookie: string, body?: unknown): Promise<RawReply | null> {
    const generation = this.#generation
    const isDoomed = this.#toDeath > 0
    this.#requests += 1
    const response = await this.#server.app.request(path, {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    this.#requests -= 1
    if (generation !== this.#generation) return null
    // What comes in beside the request over which it died is answered by nobody, either.
    if (isDoomed || this.#dead !== null) {
      const atRisk = this.logged()
      this.#faults.count(
        this.#dead ? 'server killed before the commit' : 'server killed before the reply',
        atRisk,
      )
      await this.#reviveFrom(this.#dead ?? this.#copy())
      return null
    }
    return { status: response.status, contentType: response.headers.get('content-type') ?? '', text }
  }

  async #reviveFrom(folder: string): Promise<void> {
    this.#generation += 1
    this.#toDeath = 0
    this.#dead = null
    const [old, oldFolder] = [this.#server, this.#folder]
    this.#folder = folder
    this.#server = this.#compose()
    await old.close()
    rmSync(oldFolder, { recursive: true, force: true })
  }

  #copy(): string {
    const folder = this.#nextFolder()
    cpSync(this.#folder, folder, { recursive: true, filter: (path) => !path.includes('.sqlite') })
    mkdirSync(folder, { recursive: true })
    for (const file of [DATABASE_FILE, `${DATABASE_FILE}-wal`]) {
      const path = join(this.#folder, file)
      if (existsSync(path)) copyFileSync(path, join(folder, file))
    }
    return folder
  }

  #nextFolder(): string {
    this.#folders += 1
    return join(this.#root, String(this.#folders))
  }

  /** How many changes it has acknowledged and kept. */
  logged(): number {
    const { database } = this.#server
    return (
      database
        .query<{ count: number }>(
          'select (select count(*) from change) + (select count(*) from quarantine) as count',
        )
        .get()?.count ?? 0
    )
  }

  /** What phones were told under the epoch that stands. */
  #toldBackedUp(): { readonly device: string; readonly upTo: number }[] {
    const epoch = this.epoch()
    return [...this.#backedUp].flatMap(([key, upTo]) => {
      const [told, device = ''] = key.split(' ')
      return told === epoch ? [{ device, upTo }] : []
    })
  }

  /** The number of the last change that was taken of a device. */
  #taken(device: string): number {
    const row = this.#server.database
      .query<{ next_seq: number }>('select next_seq from device where id = ?')
      .get(device)
    return (row?.next_seq ?? 1) - 1
  }

  #history(): History {
    const rows = this.#server.database
      .query<{ id: string; hash: string }>(
        'select id, hash from change union all select change_id as id, hash from quarantine where change_id is not null',
      )
      .all()
    return new Set(rows.map(({ id, hash }) => historyKey(id, hash)))
  }
}

/** A full disk refuses the shortcuts of the simulation as it refuses requests. */
function unlessStorageError(error: unknown): void {
  if (!isStorageError(error)) throw error
}
