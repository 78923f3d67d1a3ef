import { newId } from '../../server/platform/ids.ts'
import type { DeviceId } from '../../shared/ids.ts'
import { EMPTY_DOCUMENT, entriesOf, type Answer } from '../../shared/survey/document.ts'
import { patchBetween } from '../../shared/sync/patch.ts'
import { signIn, siteOf } from '../../tests/support/browser-session.ts'
import { fillSurvey } from '../../tests/support/fill-survey.ts'
import { createPhone } from '../../tests/support/phone.ts'
import type { ServerProcess } from '../../tests/support/server-process.ts'

/** Somebody who lives alone, and in whose survey nothing is odd. */
const ALONE: Readonly<Record<string, Answer>> = {
  'members/*/marriage': 'belum_kawin',
  'members/*/schooling': 'tidak_lagi',
  'members/*/schoolLevel': 'smp',
  'members/*/certificate': 'smp',
  'members/*/worked': 'ya',
  'members/*/workStatus': 'sp1',
}

/**
 * Surveys of the households with these family cards, whole but for their pictures, from another device of the same
 * enumerator: what is left is to submit them.
 */
export async function sendDrafts(server: ServerProcess, cards: readonly string[]): Promise<void> {
  const device = newId<DeviceId>()
  const phone = createPhone(await signIn(siteOf(server), 'rina', 'demo-bandung', device), device)
  for (let remaining = 1; remaining > 0;) remaining = (await phone.sync()).remaining
  const visitedAt = new Date(Date.now() - 60_000).toISOString()
  const changes = phone.news.flatMap((news) => {
    if (news.kind !== 'household') return []
    const { id, known } = news.household
    const [kk] = entriesOf(known.families).map(([, family]) => family.kk)
    if (kk === undefined || !cards.includes(kk)) return []
    return [phone.change(id, patchBetween(EMPTY_DOCUMENT, fillSurvey(known, ALONE, visitedAt)))]
  })
  if (changes.length !== cards.length) throw new Error('the list lacks a family')
  const reply = await phone.sync(...changes)
  if (reply.results.some(({ outcome }) => outcome !== 'applied')) throw new Error('a draft was not taken')
}
