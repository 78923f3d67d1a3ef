import { Hono, type Context } from 'hono'
import * as z from 'zod/mini'
import { bodyLimit } from 'hono/body-limit'
import { fault, isFault } from '../../../shared/faults.ts'
import type { ChangeId, DeviceId, SurveyId } from '../../../shared/ids.ts'
import type { Stream } from '../../../shared/population/area.ts'
import { PROTOCOL_VERSION, type ChangeResult, type SyncReply } from '../../../shared/sync/protocol.ts'
import { changeEnvelopeSchema } from '../../../shared/sync/change.ts'
import { digestOfAll } from '../../../shared/sync/digest.ts'
import { receiptText } from '../../../shared/sync/receipt.ts'
import { syncRequestSchema, type SyncRequest } from '../../../shared/sync/request.ts'
import type { Database } from '../../database/database.ts'
import type { WriteQueue } from '../../database/write-queue.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Audit } from '../../platform/audit.ts'
import { faultReply, type ApiEnv } from '../../platform/http.ts'
import type { Logger } from '../../platform/log.ts'
import type { Turnstile } from '../../platform/turnstile.ts'
import { unpackBody } from '../../platform/unpack-body.ts'
import type { LostPhoneStore } from '../../records/lost-phone-store.ts'
import type { ReceiptKey } from '../../records/receipt-key.ts'
import type { ScopeStore } from '../../records/scope-store.ts'
import type { Admission } from './admission.ts'
import type { DeviceStore } from './device-store.ts'
import type { Intake } from './intake.ts'
import type { NewsReader } from './news.ts'
import type { NikHintReader } from './nik-hints.ts'
import type { StreamDigests } from './stream-digests.ts'
import { writeReply } from './write-reply.ts'
import { ownVersions, type OwnVersion } from './own-surveys.ts'
import type { Turns } from './turns.ts'

// Often enough for a supervisor who looks when a phone was last seen, seldom enough to spare the disk.
const LAST_SYNC_STEP_MS = 60_000

/** For a device whose other requests are not answered yet. */
const A_MOMENT_S = 2

/**
 * `POST /api/sync`: the phone's changes up and its areas' news down in one round trip. `GET /api/nik-hints`: which NIK
 * may be known to neighbours.
 */
export function syncRoutes(parts: {
  readonly database: Pick<Database, 'read'>
  readonly queue: WriteQueue
  readonly epoch: string
  readonly bodyLimit: number
  readonly admission: Admission
  readonly turns: Turns
  readonly turnstile: Turnstile
  readonly receiptKey: ReceiptKey
  readonly audit: Audit
  readonly log: Logger
  readonly intake: Intake
  readonly news: NewsReader
  readonly digests: StreamDigests
  readonly nikHints: NikHintReader
  readonly scopes: ScopeStore
  readonly devices: DeviceStore
  /** Results of those of a device's held changes that were released since. */
  readonly releases: (device: DeviceId, held: readonly ChangeId[]) => readonly ChangeResult[]
  readonly lostPhones: LostPhoneStore
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
    // Asked before the body is read, so that a crowd costs little.
    const pause = parts.admission.pauseS()
    if (pause !== null) return busyReply(context, pause)
    const body = await unpackBody(context, parts.bodyLimit)
    if (isFault(body)) {
      if (body.fault === 'unknown-encoding') context.header('accept-encoding', 'gzip')
      return faultReply(context, body)
    }
    const parsed = await parts.turnstile.run(() => readRequest(parseJson(body)))
    if (isFault(parsed)) return faultReply(context, parsed)
    if (!parsed.success) return faultReply(context, fault('bad-request'))
    const request = parsed.data
    if (request.device !== actor.device) return faultReply(context, fault('device-of-another'))

    if (hasForgottenAll(actor.device, request)) {
      await recordLoss(actor)
      return faultReply(context, fault('sequence-gap'))
    }

    const exchange = () => parts.admission.admit(request.changes.length, () => answer(actor, request))
    const reply = await parts.turns.take(actor.device, async () => await exchange())
    if (!reply) return busyReply(context, parts.admission.pauseS() ?? A_MOMENT_S)
    const written = await parts.turnstile.run(() => JSON.stringify(writeReply(reply)))
    return context.body(written, 200, { 'content-type': 'application/json' })
  })

  async function answer(actor: Actor, request: SyncRequest): Promise<SyncReply> {
    await goOnBehind(actor, request)
    const received = await parts.intake.receive(actor, request.changes)
    // Cursors of another history would skip what this one holds.
    const isOurs = request.epoch === parts.epoch
    const cursors = isOurs ? request.cursors : {}
    const streams = parts.scopes.streamsOf(actor.areas)
    const own = isOurs ? ownVersions(request.changes, received.results) : new Map<SurveyId, OwnVersion>()
    const released = parts.releases(actor.device, request.held ?? [])
    const told = [...received.results, ...released]
    const page = await parts.turnstile.run(() =>
      parts.database.read(() => {
        const news = parts.news.read(streams, cursors, own, actor.account)
        const isIdle =
          isOurs && received.results.length === 0 && news.news.length === 0 && news.remaining === 0
        return { ...news, digests: isIdle ? otherDigests(streams, request.digest) : null }
      }),
    )
    const isSameScope = request.scope === actor.scopeVersion && areKeys(streams, cursors)
    await recordVisit(actor, page.news.length)
    await recordHealing(actor, streams, request.healing ?? [])

    return {
      protocol: PROTOCOL_VERSION,
      epoch: parts.epoch,
      at: parts.clock().toISOString(),
      results: [...received.results],
      released: [...released],
      signature: told.length > 0 ? signed(actor.device, told) : null,
      expected: received.expected,
      backedUp: parts.devices.backedUpSeq(actor.device),
      scope: isSameScope ? null : { version: actor.scopeVersion, streams: [...streams] },
      ...page,
    }
  }

  /**
   * A phone keeps what it sent until it has a reply, which brings the epoch: one that sent something and knows of
   * neither has lost its database. Its numbers would begin at 1 again. Rules [D2] and [D3].
   */
  function hasForgottenAll(device: DeviceId, { epoch, changes }: SyncRequest): boolean {
    return epoch === null && changes.length === 0 && parts.devices.nextSeq(device) > 1
  }

  async function recordLoss({ account, device }: ApiEnv['Variables']['actor']): Promise<void> {
    await parts.queue.write((tx) => {
      if (!parts.lostPhones.report(tx, account, { device, unsent: null, notedAt: null })) return
      parts.audit.append(tx, { account, device, action: 'device.lost', subject: device })
    })
  }

  /**
   * Numbers that a device let go of since a copy held them are not waited for after an older copy was restored: it
   * would wait for ever. That they are gone is for people to know. Rule [B8].
   */
  async function goOnBehind({ account, device }: Actor, { gone, changes }: SyncRequest): Promise<void> {
    if (gone === undefined || changeEnvelopeSchema.safeParse(changes[0]).data?.seq !== gone) return
    const from = parts.devices.nextSeq(device)
    if (gone <= from) return
    parts.log.error({ device, from, to: gone - 1 }, 'changes are on no phone and in no copy')
    await parts.queue.write((tx) => {
      if (gone <= parts.devices.nextSeq(device)) return
      parts.devices.setNextSeq(tx, device, gone)
      parts.audit.append(tx, { account, device, action: 'sync.gone', detail: { from, to: gone - 1 } })
    })
  }

  /** Null where the phone holds just what it should, or does not say. Rule [N8]. */
  function otherDigests(streams: readonly Stream[], held: string | undefined): SyncReply['digests'] {
    if (held === undefined) return null
    const digests = new Map(streams.map((stream) => [stream, parts.digests.of(stream)]))
    return digestOfAll(digests) === held ? null : Object.fromEntries(digests)
  }

  /** That a phone had lost or kept what it should not have is a fault somewhere, though it mends itself. */
  async function recordHealing(
    actor: Actor,
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

  async function recordVisit(actor: Actor, news: number): Promise<void> {
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

/** The phone comes back after so many seconds, with some chance added. Rule [W4] of SPEC.md. */
function busyReply(context: Context, seconds: number): Response {
  context.header('retry-after', String(seconds))
  return faultReply(context, fault('busy'))
}

const spokenSchema = z.object({ protocol: z.int() })

/** The protocol is asked before anything else: another version may say the rest in another way. Rule [V4]. */
function readRequest(body: unknown) {
  const spoken = spokenSchema.safeParse(body).data?.protocol ?? PROTOCOL_VERSION
  if (spoken < PROTOCOL_VERSION) return fault('protocol-too-old')
  return spoken > PROTOCOL_VERSION ? fault('protocol-too-new') : syncRequestSchema.safeParse(body)
}

/** True where a phone's cursors name just these streams. */
function areKeys(streams: readonly Stream[], cursors: Readonly<Record<string, string>>): boolean {
  return streams.length === Object.keys(cursors).length && streams.every((stream) => stream in cursors)
}

/** @returns null where the text is no JSON */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
