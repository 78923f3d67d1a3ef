import { newId } from '../../server/platform/ids.ts'
import type { ChangeId, DeviceId, HouseholdId } from '../../shared/ids.ts'
import type { Change } from '../../shared/sync/change.ts'
import type { ChangeResult } from '../../shared/sync/protocol.ts'
import { completePatch } from './answers.ts'
import { signIn, siteOf } from './browser-session.ts'
import { createPhone, type Phone } from './phone.ts'
import type { ServerProcess } from './server-process.ts'
import type { SmallDisk } from './small-disk.ts'
import { whatIsLeft, type Left } from './what-is-left.ts'

const FREE_BYTES = 3 * 1024 * 1024
const CHANGES_PER_REQUEST = 10
const MOST_REQUESTS = 400

export type FullDiskRun = Left & {
  /** requests that were answered 507 */
  readonly refused: number
  /** changes that had their receipt when the disk was full */
  readonly acknowledged: number
  /** changes of the request that was refused: all of them were taken once there was room again */
  readonly underway: number
  /** changes with a receipt at the end */
  readonly taken: number
}

/** Fills the disk under a running server, sends until it is refused, makes room, and sends the same again. */
export async function fillDisk(server: ServerProcess, disk: SmallDisk): Promise<FullDiskRun> {
  const device = newId<DeviceId>()
  const phone = createPhone(await signIn(siteOf(server), 'rina', 'demo-bandung', device), device)
  for (let remaining = 1; remaining > 0;) remaining = (await phone.sync()).remaining
  const receipts = new Map<ChangeId, ChangeResult>()
  disk.fill(FREE_BYTES)
  const unsent = await sendUntilFull(phone, receipts)
  const acknowledged = receipts.size
  const refused = 1 + Number((await sendOrRefused(phone, unsent, receipts)) === 'refused')
  disk.empty()
  const outcome = await sendOrRefused(phone, unsent, receipts)
  if (outcome === 'refused') throw new Error('there is room again, and the server still refuses')
  await server.kill()
  return {
    refused,
    acknowledged,
    underway: unsent.length,
    taken: receipts.size,
    ...whatIsLeft(server.dataDirectory, receipts),
  }
}

async function sendUntilFull(
  phone: Phone,
  receipts: Map<ChangeId, ChangeResult>,
): Promise<readonly Change[]> {
  const households = phone.news.flatMap((item) => (item.kind === 'household' ? [item.household] : []))
  for (let request = 0; request < MOST_REQUESTS; request++) {
    const changes = Array.from({ length: CHANGES_PER_REQUEST }, () => {
      const known = households[request % households.length]?.known
      if (!known) throw new Error('a full disk needs a list')
      // A house that was found: each of them takes new pages.
      return phone.change(newId<HouseholdId>(), completePatch(known))
    })
    if ((await sendOrRefused(phone, changes, receipts)) === 'refused') return changes
  }
  throw new Error('the disk never became full')
}

async function sendOrRefused(
  phone: Phone,
  changes: readonly Change[],
  receipts: Map<ChangeId, ChangeResult>,
): Promise<'taken' | 'refused'> {
  try {
    const { results } = await phone.sync(...changes)
    for (const result of results) receipts.set(result.receipt.change, result)
    return 'taken'
  } catch (error) {
    if (error instanceof Error && /^507 .*"code":"server-full"/.test(error.message)) return 'refused'
    throw error
  }
}
