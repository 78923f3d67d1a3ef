import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { fault } from '../../../shared/faults.ts'
import type { DeviceId, SurveyId } from '../../../shared/ids.ts'
import type { Stream } from '../../../shared/population/area.ts'
import { PROTOCOL_VERSION, type ChangeResult, type SyncReply } from '../../../shared/sync/protocol.ts'
import { digestOfAll } from '../../../shared/sync/digest.ts'
import { receiptText } from '../../../shared/sync/receipt.ts'
import { syncRequestSchema } from '../../../shared/sync/request.ts'
import type { Database } from '../../database/database.ts'
import type { WriteQueue } from '../../database/write-queue.ts'
import type { Audit } from '../../platform/audit.ts'
import { faultReply, type ApiEnv } from '../../platform/http.ts'
import type { Logger } from '../../platform/log.ts'
import type { ReceiptKey } from '../../records/receipt-key.ts'
import type { ScopeStore } from '../../records/scope-store.ts'
import type { DeviceStore } from './device-store.ts'
import type { Intake } from './intake.ts'
import type { NewsReader } from './news.ts'
import type { NikHintReader } from './nik-hints.ts'
import type { StreamDigests } from './stream-digests.ts'
import { writeReply } from './write-reply.ts'
import { ownVersions, type OwnVersion } from './own-surveys.ts'

// Often enough for a supervisor who looks when a phone was last seen, seldom enough to spare the disk.
const LAST_SYNC_STEP_MS = 60_000

/**
 * `POST /api/sync`: the phone's changes up and its areas' news down in one round trip. `GET /api/nik-hints`: which NIK
 * may be known to neighbours.
 */
export function syncRoutes(parts: {
  readonly database: Pick<Database, 'read'>
  readonly queue: WriteQueue
  readonly epoch: string
  readonly bodyLimit: number
  readonly receiptKey: ReceiptKey
  readonly audit: Audit
  readonly log: Logger
  readonly intake: Intake
  readonly news: NewsReader
  readonly digests: StreamDigests
  readonly nikHints: NikHintReader
  readonly scopes: ScopeStore
  readonly devices: DeviceStore
  readonly clock: () => Date
}): Hono<ApiEnv> {
  const limit = bodyLimit({
    maxSize: parts.bodyLimit,
    onError: (context) => faultReply(context, fault('too-large')),
  })
  const routes = new Hono<ApiEnv>()

  routes.get('/api/nik-hints', async (context) => {
    const kelurahan = await parts.nikHints.read(context.var.actor.areas)
    return context.json({ kelurahan })
  })

  return routes.post('/api/sync', limit, async (context) => {
    const actor = context.var.actor
    const request = syncRequestSchema.safeParse(await context.req.json().catch(() => null))
    if (!request.success) return faultReply(context, fault('bad-request'))
    if (request.data.protocol !== PROTOCOL_VERSION) return faultReply(context, fault('protocol-too-old'))
    if (request.data.device !== actor.device) return faultReply(context, fault('device-of-another'))

    const received = await parts.intake.receive(actor, request.data.changes)
    // Cursors of another history would skip what this one holds.
    const isOurs = request.data.epoch === parts.epoch
    const cursors = isOurs ? request.data.cursors : {}
    const streams = parts.scopes.streamsOf(actor.areas)
    const own = isOurs ? ownVersions(request.data.changes, received.results) : new Map<SurveyId, OwnVersion>()
    const page = parts.database.read(() => {
      const news = parts.news.read(streams, cursors, own)
      const isIdle = isOurs && received.results.length === 0 && news.news.length === 0 && news.remaining === 0
      return { ...news, digests: isIdle ? otherDigests(streams, request.data.digest) : null }
    })
    const isSameScope = request.data.scope === actor.scopeVersion && areKeys(streams, cursors)
    await recordVisit(actor, page.news.length)
    await recordHealing(actor, streams, request.data.healing ?? [])

    const reply: SyncReply = {
      protocol: PROTOCOL_VERSION,
      epoch: parts.epoch,
      at: parts.clock().toISOString(),
      results: [...received.results],
      signature: received.results.length > 0 ? signed(actor.device, received.results) : null,
      expected: received.expected,
      backedUp: parts.devices.backedUpSeq(actor.device),
      scope: isSameScope ? null : { version: actor.scopeVersion, streams: [...streams] },
      ...page,
    }
    return context.json(writeReply(reply))
  })

  /** Null where the phone holds just what it should, or does not say. Rule [N8]. */
  function otherDigests(streams: readonly Stream[], held: string | undefined): SyncReply['digests'] {
    if (held === undefined) return null
    const digests = new Map(streams.map((stream) => [stream, parts.digests.of(stream)]))
    return digestOfAll(digests) === held ? null : Object.fromEntries(digests)
  }

  /** That a phone had lost or kept what it should not have is a fault somewhere, though it mends itself. */
  async function recordHealing(
    actor: ApiEnv['Variables']['actor'],
    streams: readonly Stream[],
    healing: readonly Stream[],
  ): Promise<void> {
    const areas = healing.filter((stream) => streams.includes(stream))
    if (areas.length === 0) return
    parts.log.warn({ device: actor.device, streams: areas }, 'a phone held other rows than its streams')
    await parts.queue.write((tx) => {
      for (const area of areas) {
        parts.audit.append(tx, { account: actor.account, device: actor.device, action: 'sync.heal', area })
      }
    })
  }

  function signed(device: DeviceId, results: readonly ChangeResult[]): string {
    return parts.receiptKey.sign(receiptText(device, results))
  }

  async function recordVisit(actor: ApiEnv['Variables']['actor'], news: number): Promise<void> {
    const last = parts.devices.lastSyncAt(actor.device)
    const isRecent = last !== null && parts.clock().getTime() - Date.parse(last) < LAST_SYNC_STEP_MS
    if (news === 0 && isRecent) return
    await parts.queue.write((tx) => {
      parts.devices.setLastSync(tx, actor.device)
      if (news > 0) {
        parts.audit.append(tx, {
          account: actor.account,
          device: actor.device,
          action: 'sync.pull',
          detail: { items: news },
        })
      }
    })
  }
}

/** True where a phone's cursors name just these streams. */
function areKeys(streams: readonly Stream[], cursors: Readonly<Record<string, string>>): boolean {
  return streams.length === Object.keys(cursors).length && streams.every((stream) => stream in cursors)
}
