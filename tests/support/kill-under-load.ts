import type { Random } from '../../server/demo/generate/random.ts'
import { createAudit } from '../../server/platform/audit.ts'
import { newId } from '../../server/platform/ids.ts'
import type { ChangeId, DeviceId, HouseholdId } from '../../shared/ids.ts'
import type { Change } from '../../shared/sync/change.ts'
import type { SurveyDocument } from '../../shared/survey/document.ts'
import type { ChangeResult } from '../../shared/sync/protocol.ts'
import { step } from './answers.ts'
import { signIn, siteOf } from './browser-session.ts'
import { createPhone, type Phone } from './phone.ts'
import type { ServerProcess } from './server-process.ts'
import { whatIsLeft, withDatabase, type Left } from './what-is-left.ts'

const FLOORS = ['tanah', 'keramik', 'bambu']
const HOUSES_EACH = 20

/** An enumerator's phone that sends without a pause; its houses are its own. */
type Sender = {
  readonly phone: Phone
  readonly households: readonly HouseholdId[]
  /** what each house was last answered */
  readonly floors: Map<HouseholdId, string>
  readonly receipts: Map<ChangeId, ChangeResult>
  /** of the request that no answer came to */
  unsent: readonly Change[]
}

/** What one kill left behind, as the next start found it. */
export type Killing = Left & {
  /** changes that had their receipt */
  readonly acknowledged: number
  /** changes whose request got no answer */
  readonly underway: number
}

export type KillRun = {
  readonly killings: readonly Killing[]
  /** changes with a receipt after all was sent at last */
  readonly acknowledged: number
  /** changes in the log: as many */
  readonly logged: number
  readonly quarantined: number
  /** houses whose survey does not show what was last answered */
  readonly wrong: readonly HouseholdId[]
  /** first entry of the audit log whose chain is broken; null where it is whole */
  readonly brokenAudit: number | null
}

/**
 * Lets several phones send to a server process, kills it at a moment drawn by chance, looks at what it left, starts it
 * again; and sends the rest at the end.
 */
export async function killUnderLoad(
  server: ServerProcess,
  random: Random,
  {
    kills,
    phones,
    longestLifeMs,
  }: { readonly kills: number; readonly phones: number; readonly longestLifeMs: number },
): Promise<KillRun> {
  const senders = await sendersOf(server, phones)
  const killings: Killing[] = []
  while (killings.length < kills) {
    const killed = killLater(server, random.int(1, longestLifeMs))
    await Promise.all(senders.map((sender) => sendUntilKilled(sender, random)))
    await killed
    killings.push(lookAt(server, senders))
    await server.restart()
  }
  for (const sender of senders) await send(sender, sender.unsent)
  await server.interrupt()
  return { killings, ...lookAtAll(server, senders) }
}

async function sendersOf(server: ServerProcess, count: number): Promise<readonly Sender[]> {
  const phones: Phone[] = []
  while (phones.length < count) phones.push(await phoneOf(server))
  const households = (phones[0]?.news ?? []).flatMap((item) =>
    item.kind === 'household' ? [item.household.id] : [],
  )
  return phones.map((phone, index) => ({
    phone,
    households: households.slice(index * HOUSES_EACH, (index + 1) * HOUSES_EACH),
    floors: new Map(),
    receipts: new Map(),
    unsent: [],
  }))
}

async function phoneOf(server: ServerProcess): Promise<Phone> {
  const device = newId<DeviceId>()
  const phone = createPhone(await signIn(siteOf(server), 'rina', 'demo-bandung', device), device)
  for (let remaining = 1; remaining > 0;) remaining = (await phone.sync()).remaining
  return phone
}

function killLater(server: ServerProcess, afterMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    setTimeout(() => void server.kill().then(resolve, reject), afterMs)
  })
}

/** Sends until an answer no longer comes. */
async function sendUntilKilled(sender: Sender, random: Random): Promise<void> {
  if (sender.unsent.length === 0) sender.unsent = nextChanges(sender, random)
  while (await send(sender, sender.unsent)) sender.unsent = nextChanges(sender, random)
}

/** @returns false where the connection broke off; everything else that goes wrong is a finding */
async function send({ phone, receipts }: Sender, changes: readonly Change[]): Promise<boolean> {
  const reply = await phone.sync(...changes).catch((error: unknown) => {
    if (error instanceof TypeError || error instanceof SyntaxError) return null
    throw error
  })
  if (!reply) return false
  const answered = reply.results.map(({ receipt }) => receipt.change)
  if (reply.expected !== null || answered.join() !== changes.map(({ id }) => id).join())
    throw new Error(
      `${changes.length} changes were sent, ${answered.length} answered; expected ${reply.expected}`,
    )
  for (const result of reply.results) receipts.set(result.receipt.change, result)
  return true
}

/** As many answers as an enumerator gave since the last sending; each goes on from the one before. */
function nextChanges({ phone, households, floors }: Sender, random: Random): Change[] {
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

function drawn<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[random.int(0, items.length - 1)]
  if (item === undefined) throw new Error('nothing to draw from')
  return item
}

function lookAt({ dataDirectory }: ServerProcess, senders: readonly Sender[]): Killing {
  const receipts = new Map(senders.flatMap((sender) => [...sender.receipts]))
  return {
    acknowledged: receipts.size,
    underway: senders.reduce((sum, { unsent }) => sum + unsent.length, 0),
    ...whatIsLeft(dataDirectory, receipts),
  }
}

function lookAtAll({ dataDirectory }: ServerProcess, senders: readonly Sender[]): Omit<KillRun, 'killings'> {
  return withDatabase(dataDirectory, (database) => {
    const count = (table: string) =>
      database.query<{ count: number }>(`select count(*) as count from ${table}`).get()?.count ?? 0
    const stored = new Map(
      database
        .query<{ household: HouseholdId; document: string }>(
          'select household_id as household, document from survey',
        )
        .all()
        .map(({ household, document }) => [
          household,
          (JSON.parse(document) as SurveyDocument).dwelling.floor,
        ]),
    )
    return {
      acknowledged: senders.reduce((sum, { receipts }) => sum + receipts.size, 0),
      logged: count('change'),
      quarantined: count('quarantine'),
      wrong: senders.flatMap(({ floors }) =>
        [...floors].flatMap(([household, floor]) => (stored.get(household) === floor ? [] : [household])),
      ),
      brokenAudit: createAudit(database).firstBroken(),
    }
  })
}
