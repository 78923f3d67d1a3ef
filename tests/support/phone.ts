import type { ChangeId, DeviceId, HouseholdId } from '../../shared/ids.ts'
import type { Change } from '../../shared/sync/change.ts'
import type { Patch } from '../../shared/sync/patch.ts'
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
  let previous: ChangeId | null = null
  return {
    device,
    browser,
    news,
    scope: () => scope,
    change: (household, patch, more = {}) => {
      seq += 1
      const registerVersion = more.registerVersion ?? 0
      const change: Change = {
        id: newId<ChangeId>(),
        device,
        seq,
        previous,
        survey: surveyId(household, registerVersion),
        household,
        registerVersion,
        base: 0,
        scope,
        patch,
        form: FORM_VERSION,
        at: '2026-11-23T10:00:00+07:00',
        ...more,
      }
      previous = change.id
      return change
    },
    sync: async (...changes) => {
      const response = await browser.post('/api/sync', {
        protocol: PROTOCOL_VERSION,
        device,
        epoch,
        cursors,
        changes,
      })
      if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
      const reply = syncReplySchema.parse(await response.json())
      news.push(...reply.news)
      epoch = reply.epoch
      cursors = { ...cursors, ...reply.cursors }
      scope = reply.scope.version
      return reply
    },
  }
}
