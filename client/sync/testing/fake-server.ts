import { fault, type Fault } from '../../../shared/faults.ts'
import type { DeviceId, HouseholdId, SurveyId } from '../../../shared/ids.ts'
import { streamOf, type Stream } from '../../../shared/population/area.ts'
import { statusAfter, statusAfterEdit } from '../../../shared/review/status.ts'
import { EMPTY_DOCUMENT } from '../../../shared/survey/document.ts'
import { isKnownPatch, type Change } from '../../../shared/sync/change.ts'
import { mergePatch } from '../../../shared/sync/merge.ts'
import {
  PROTOCOL_VERSION,
  type ChangeResult,
  type HouseholdRecord,
  type News,
  type OwnSurvey,
  type SurveyRecord,
  type SyncReply,
} from '../../../shared/sync/protocol.ts'
import type { SyncRequest } from '../../../shared/sync/request.ts'
import { receiptText } from '../../../shared/sync/receipt.ts'
import { createHasher } from '../../platform/hasher.ts'
import { createSigner } from './signer.ts'

const { hashOf } = createHasher()
const signer = await createSigner()

/** Obeys the protocol for one device, in memory: merges, receipts, feed with pages, scope and epoch. */
export class FakeServer {
  epoch = 'epoch-1'
  readonly receiptKey = signer.publicKey
  pageSize = 250
  scope: { version: number; streams: Stream[] } = { version: 1, streams: [] }
  refuseSubmissions = false
  /** its clock, which stands */
  at = '2026-11-23T02:12:00.000Z'
  /** number of the last change that is in a verified copy */
  backedUp = 0
  /** whether a phone is told of its own single changes by their version alone */
  tellsOwn = false
  /** whose sign-in the browser's cookie is from; the first request counts as one */
  signedIn: DeviceId | null = null
  readonly surveys = new Map<SurveyId, SurveyRecord>()
  readonly received: Change[] = []
  requests = 0
  #feed: News[] = []
  #results = new Map<string, ChangeResult>()

  publish(...news: News[]): void {
    for (const one of news) if (one.kind === 'survey') this.surveys.set(one.survey.id, one.survey)
    this.#feed.push(...news)
  }

  publishHousehold(household: HouseholdRecord): void {
    this.publish({ kind: 'household', stream: streamOf(household.area), household })
  }

  /** Another person or another phone wrote it. */
  editSurvey(survey: SurveyId, edit: (record: SurveyRecord) => Partial<SurveyRecord>): void {
    const record = this.surveys.get(survey)
    if (!record) throw new Error('no such survey')
    const next = { ...record, ...edit(record), version: record.version + 1 }
    this.publish({ kind: 'survey', stream: streamOf(record.area), survey: next })
  }

  /** Comes back from a backup in which the last changes are missing. */
  restoreWithout(changes: number): void {
    this.epoch = 'epoch-2'
    const lost = this.received.splice(this.received.length - changes)
    for (const { id } of lost) this.#results.delete(id)
    this.backedUp = this.received.length
    const lostSurveys = new Set(lost.map(({ survey }) => survey))
    for (const survey of lostSurveys) this.surveys.delete(survey)
    this.#feed = this.#feed.filter((news) => news.kind !== 'survey' || !lostSurveys.has(news.survey.id))
  }

  /** Tells of households and surveys no more, as if it had never heard of them. */
  forget(...ids: readonly string[]): void {
    this.#feed = this.#feed.filter(
      (news) =>
        (news.kind !== 'household' || !ids.includes(news.household.id)) &&
        (news.kind !== 'survey' || !ids.includes(news.survey.id)),
    )
  }

  async sync(request: SyncRequest): Promise<SyncReply | Fault> {
    this.requests += 1
    if (request.protocol < PROTOCOL_VERSION) return fault('protocol-too-old')
    this.signedIn ??= request.device
    if (request.device !== this.signedIn) return fault('device-of-another')
    const results: ChangeResult[] = []
    let expected: number | null = null
    const sent = request.changes as Change[]
    const hashes = await Promise.all(sent.map(hashOf))
    for (const [index, change] of sent.entries()) {
      const known = this.#results.get(change.id)
      if (!known && change.seq !== this.received.length + 1) {
        expected = this.received.length + 1
        break
      }
      results.push(known ?? this.#take(change, hashes[index] ?? ''))
    }
    const page = this.#news(request)
    const own = this.tellsOwn ? page.news.flatMap((news) => ownOf(news, sent, results)) : []
    const news = page.news.filter(
      (one) => one.kind !== 'survey' || !own.some(({ survey }) => survey === one.survey.id),
    )
    return this.signed(request.device, { ...page, news, own, results, expected })
  }

  async signed(device: DeviceId, reply: Omit<SyncReply, 'signature'>): Promise<SyncReply> {
    const results = [...reply.results, ...reply.released]
    const signature = results.length > 0 ? await signer.sign(receiptText(device, results)) : null
    return { ...reply, signature }
  }

  #take(change: Change, hash: string): ChangeResult {
    this.received.push(change)
    const result = isKnownPatch(change.patch) ? this.#merge(change, hash) : this.#quarantine(change, hash)
    this.#results.set(change.id, result)
    return result
  }

  #quarantine(change: Change, hash: string): ChangeResult {
    const nowhere = { survey: null, version: 0, conflicts: 0, refused: null }
    return {
      outcome: 'quarantined',
      ...nowhere,
      fault: 'unknown-shape',
      receipt: this.#receipt(change, hash),
    }
  }

  #merge(change: Change, hash: string): ChangeResult {
    const before = this.surveys.get(change.survey) ?? this.#newSurvey(change)
    const { document, conflicts } = mergePatch(before.document, change.patch)
    const edited = Object.keys(change.patch).length > 0 ? statusAfterEdit(before.status) : before.status
    const submitted = change.command && !this.refuseSubmissions ? statusAfter(edited, 'submit') : null
    const survey: SurveyRecord = {
      ...before,
      document,
      version: before.version + 1,
      status: submitted ?? edited,
      conflicts: [...before.conflicts, ...conflicts.map(({ group }) => group)],
    }
    this.publish({ kind: 'survey', stream: streamOf(survey.area), survey })
    return {
      outcome: 'applied',
      survey: survey.id,
      version: survey.version,
      conflicts: conflicts.length,
      refused: change.command && !submitted ? 'survey-incomplete' : null,
      fault: null,
      receipt: this.#receipt(change, hash),
    }
  }

  #newSurvey({ survey, household, registerVersion, patch }: Change): SurveyRecord {
    const listed = this.#feed.findLast((news) => news.kind === 'household' && news.household.id === household)
    const added = (field: string) => patch[`location/${field}`]?.to as string
    const area =
      listed?.kind === 'household'
        ? listed.household.area
        : ({ kelurahan: added('kelurahan'), rw: added('rw'), rt: added('rt') } as HouseholdRecord['area'])
    if (!listed) this.publishHousehold(addedHousehold(household, area))
    const rest = { late: false, conflicts: [], review: null }
    return {
      id: survey,
      household,
      registerVersion,
      area,
      version: 0,
      status: 'draft',
      document: EMPTY_DOCUMENT,
      ...rest,
    }
  }

  #isKnown(version: number, epoch: string | null, cursors: SyncRequest['cursors']): boolean {
    const { streams } = this.scope
    const names = Object.keys(cursors)
    return (
      epoch === this.epoch &&
      version === this.scope.version &&
      names.length === streams.length &&
      streams.every((stream) => names.includes(stream))
    )
  }

  #receipt(change: Change, hash: string): ChangeResult['receipt'] {
    return { change: change.id, hash, epoch: this.epoch, at: this.at }
  }

  #news({ epoch, cursors, scope }: SyncRequest): Omit<SyncReply, 'results' | 'signature' | 'expected'> {
    const from = (stream: Stream) => (epoch === this.epoch ? Number(cursors[stream] ?? 0) : 0)
    const news: News[] = []
    const next: Record<string, string> = {}
    let remaining = 0
    for (const stream of this.scope.streams) {
      const due = this.#feed.flatMap((one, index) =>
        one.stream === stream && index >= from(stream) ? [{ one, index }] : [],
      )
      const page = due.slice(0, Math.max(0, this.pageSize - news.length))
      news.push(...page.map(({ one }) => one))
      remaining += due.length - page.length
      const cursor = String((page.at(-1)?.index ?? from(stream) - 1) + 1)
      if (epoch !== this.epoch || cursor !== cursors[stream]) next[stream] = cursor
    }
    return {
      protocol: PROTOCOL_VERSION,
      epoch: this.epoch,
      at: this.at,
      backedUp: this.backedUp,
      scope: this.#isKnown(scope, epoch, cursors) ? null : this.scope,
      released: [],
      own: [],
      news,
      cursors: next,
      digests: null,
      remaining,
    }
  }
}

function ownOf(news: News, sent: readonly Change[], results: readonly ChangeResult[]): OwnSurvey[] {
  if (news.kind !== 'survey') return []
  const { id: survey, version, status, area } = news.survey
  const changes = sent.filter((change) => change.survey === survey)
  const isOwn = changes.length === 1 && changes[0]?.base === version - 1
  const isClean = results.some((result) => result.survey === survey && result.conflicts === 0)
  return isOwn && isClean ? [{ survey, version, status, area: version === 1 ? area : null }] : []
}

function addedHousehold(id: HouseholdId, area: HouseholdRecord['area']): HouseholdRecord {
  return { id, registerVersion: 0, area, source: 'list', asOf: '2026-11-23', known: EMPTY_DOCUMENT }
}
