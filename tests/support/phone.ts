import type { ChangeId, DeviceId, HouseholdId, SurveyId } from '../../shared/ids.ts'
import type { Change } from '../../shared/sync/change.ts'
import type { Patch } from '../../shared/sync/patch.ts'
import type { SyncRequest } from '../../shared/sync/request.ts'
import { PROTOCOL_VERSION, syncReplySchema, type News, type SyncReply } from '../../shared/sync/protocol.ts'
import { FORM_VERSION } from '../../shared/survey/form-version.ts'
import { newId, surveyId } from '../../server/platform/ids.ts'
import type { Browser } from './browser-session.ts'

/** A phone reduced to its wire: numbers its changes and keeps its cursors. */
export type Phone = {
  readonly device: DeviceId
  readonly browser: Browser
  /** Makes the next change of a household's survey, without sending it. */
  readonly change: (household: HouseholdId, patch: Patch, more?: Partial<Change>) => Change
  /** Sends changes (or anything) and takes in the news. */
  readonly sync: (...changes: unknown[]) => Promise<SyncReply>
  /** What `sync` sent last. */
  readonly lastRequest: () => SyncRequest
  /** What came back, word by word. */
  readonly lastReply: () => string
  /** All news received so far. */
  readonly news: News[]
  /** Version of the assignments as the server last said. */
  readonly scope: () => number
}

/** A phone whose reply can be looked at word by word. */
export function createPhone(browser: Browser, device: DeviceId): Phone {
  const news: News[] = []
  let seq = 0
  let epoch: string | null = null
  let cursors: Record<string, string> = {}
  let scope = 0
  const lastBySurvey = new Map<SurveyId, number>()
  let lastRequest: SyncRequest | null = null
  let lastReply = ''
  return {
    device,
    browser,
    news,
    scope: () => scope,
    lastReply: () => lastReply,
    lastRequest: () => {
      if (!lastRequest) throw new Error('nothing was sent yet')
      return lastRequest
    },
    change: (household, patch, more = {}) => {
      seq += 1
      const registerVersion = more.registerVersion ?? 0
      const survey = surveyId(household, registerVersion)
      const change: Change = {
        id: newId<ChangeId>(),
        device,
        seq,
        previous: lastBySurvey.get(survey) ?? null,
        survey,
        household,
        registerVersion,
        base: 0,
        scope,
        patch,
        form: FORM_VERSION,
        at: '2026-11-23T10:00:00+07:00',
        ...more,
      }
      lastBySurvey.set(change.survey, change.seq)
      return change
    },
    sync: async (...changes) => {
      lastRequest = { protocol: PROTOCOL_VERSION, device, epoch, cursors, scope, changes }
      const response = await browser.post('/api/sync', lastRequest)
      if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
      lastReply = await response.text()
      const reply = syncReplySchema.parse(JSON.parse(lastReply))
      news.push(...reply.news)
      epoch = reply.epoch
      cursors = { ...cursors, ...reply.cursors }
      scope = reply.scope?.version ?? scope
      return reply
    },
  }
}
