import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRandom, type Random } from '../../server/demo/generate/random.ts'
import { openDatabase } from '../../server/database/database.ts'
import { createAudit } from '../../server/platform/audit.ts'
import { newId } from '../../server/platform/ids.ts'
import type { ChangeId, DeviceId, HouseholdId } from '../../shared/ids.ts'
import type { Change } from '../../shared/sync/change.ts'
import type { SurveyDocument } from '../../shared/survey/document.ts'
import type { ChangeResult } from '../../shared/sync/protocol.ts'
import { step } from '../support/answers.ts'
import { signIn, siteOf } from '../support/browser-session.ts'
import { createPhone, type Phone } from '../support/phone.ts'
import { FROM_SOURCES, startServer, type ServerProcess } from '../support/server-process.ts'

const KILLS = 8
const LONGEST_LIFE_MS = 120
const FLOORS = ['tanah', 'keramik', 'bambu']

let server: ServerProcess
beforeAll(async () => {
  server = await startServer({}, FROM_SOURCES)
}, 60_000)
afterAll(() => server.end())

const receipts = new Map<ChangeId, ChangeResult>()
const floors = new Map<HouseholdId, string>()

async function phoneOf(username: string): Promise<Phone> {
  const device = newId<DeviceId>()
  const phone = createPhone(await signIn(siteOf(server), username, 'demo-bandung', device), device)
  for (let remaining = 1; remaining > 0;) remaining = (await phone.sync()).remaining
  return phone
}

function drawn<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[random.int(0, items.length - 1)]
  if (item === undefined) throw new Error('nothing to draw from')
  return item
}

/** As many answers as an enumerator gave since the last sending; each goes on from the one before. */
function nextChanges(phone: Phone, households: readonly HouseholdId[], random: Random): Change[] {
  return Array.from({ length: random.int(1, 60) }, () => {
    const household = drawn(random, households)
    const before = floors.get(household) ?? null
    const after = drawn(
      random,
      FLOORS.filter((floor) => floor !== before),
    )
    floors.set(household, after)
    return phone.change(household, step('dwelling/floor', before, after))
  })
}

/** Sends until an answer no longer comes, and gives back what is without a receipt then. */
async function sendUntilKilled(phone: Phone, unsent: Change[], more: () => Change[]): Promise<Change[]> {
  for (let waiting = unsent; ; waiting = more()) {
    const reply = await phone.sync(...waiting).catch((error: unknown) => {
      // Everything but a broken connection is a finding.
      if (error instanceof TypeError || error instanceof SyntaxError) return null
      throw error
    })
    if (!reply) return waiting
    expect(reply.expected).toBeNull()
    expect(reply.results.map(({ receipt }) => receipt.change)).toEqual(waiting.map(({ id }) => id))
    for (const result of reply.results) receipts.set(result.receipt.change, result)
  }
}

type Logged = { readonly id: ChangeId; readonly result: string }

/** The database as the next start finds it. */
function look() {
  const database = openDatabase(join(server.dataDirectory, 'yesjitu.sqlite'), () => new Date())
  try {
    return {
      integrity: database.query<{ integrity_check: string }>('pragma integrity_check').all(),
      logged: database.query<Logged>('select id, result from change order by seq').all(),
      quarantined: database.query<{ count: number }>('select count(*) as count from quarantine').get(),
      documents: database
        .query<{ household: HouseholdId; document: string }>(
          'select household_id as household, document from survey',
        )
        .all(),
      brokenAudit: createAudit(database).firstBroken(),
    }
  } finally {
    database.close()
  }
}

function expectReceipted(logged: readonly Logged[]): void {
  const resultsById = new Map(logged.map(({ id, result }) => [id, JSON.parse(result) as ChangeResult]))
  expect(resultsById.size).toBe(logged.length)
  for (const [id, result] of receipts) expect(resultsById.get(id)).toEqual(result)
}

test('[S6][S7] a server killed at any moment keeps all that it gave a receipt for, once', async () => {
  const random = createRandom(20)
  const phone = await phoneOf('rina')
  const households = phone.news
    .flatMap((item) => (item.kind === 'household' ? [item.household.id] : []))
    .slice(0, 40)
  let unsent: Change[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    const more = () => nextChanges(phone, households, random)
    const lifeMs = random.int(1, LONGEST_LIFE_MS)
    const killed = new Promise<void>((resolve, reject) => {
      setTimeout(() => void server.kill().then(resolve, reject), lifeMs)
    })
    unsent = await sendUntilKilled(phone, unsent.length > 0 ? unsent : more(), more)
    await killed
    expectReceipted(look().logged)
    await server.restart()
  }
  const last = await phone.sync(...unsent)
  for (const result of last.results) receipts.set(result.receipt.change, result)

  expect(await server.interrupt()).toBe(0)
  const { integrity, logged, quarantined, documents, brokenAudit } = look()
  expect(integrity).toEqual([{ integrity_check: 'ok' }])
  expect(brokenAudit).toBeNull()
  expect(quarantined).toEqual({ count: 0 })
  expectReceipted(logged)
  expect(logged).toHaveLength(receipts.size)
  const stored = documents.map(
    ({ household, document }) =>
      [household, (JSON.parse(document) as SurveyDocument).dwelling['floor']] as const,
  )
  expect(new Map(stored)).toEqual(floors)
  expect(receipts.size).toBeGreaterThan(KILLS)
}, 120_000)
