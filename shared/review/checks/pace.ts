import { entriesOf, lastVisit } from '../../survey/document.ts'
import { activeSeconds } from '../../survey/paradata.ts'
import type { QualityCase, QualityFlag } from '../quality-flag.ts'
import { sayDuration } from './say.ts'

/** To ask one person's name, birth, school, work and health takes longer than this; our own choice. */
const SECONDS_PER_MEMBER = 60
/** To read one question out and hear its answer takes longer than this, confirmed ones among them; our own choice. */
const SECONDS_PER_ANSWER = 2

/** Jakarta's hours in which nobody knocks at a door; our own choice. */
const NIGHT_FROM_HOUR = 22
const NIGHT_TO_HOUR = 5
const JAKARTA_OFFSET_H = 7
const DAY_MS = 24 * 3600_000

/** [Q1] Faster than anybody can ask. */
export function tooFast({ document, paradata }: QualityCase): readonly QualityFlag[] {
  if (!paradata) return []
  const seconds = activeSeconds(paradata)
  const members = entriesOf(document.members).length
  const answers = Object.values(paradata.sections).reduce((sum, { answered }) => sum + answered, 0)
  const took = sayDuration(seconds)
  if (members > 0 && seconds < members * SECONDS_PER_MEMBER) {
    return [
      {
        key: 'too-fast',
        path: null,
        text: {
          id: `Terlalu cepat: ${took.id} untuk ${members} orang`,
          en: `Too fast: ${took.en} for ${members} ${members === 1 ? 'person' : 'people'}`,
        },
        evidence: { seconds, members, answers },
      },
    ]
  }
  if (seconds >= answers * SECONDS_PER_ANSWER) return []
  return [
    {
      key: 'too-fast',
      path: null,
      text: {
        id: `Terlalu cepat: ${took.id} untuk ${answers} jawaban`,
        en: `Too fast: ${took.en} for ${answers} answers`,
      },
      evidence: { seconds, members, answers },
    },
  ]
}

/** [Q2] A visit while people sleep: more likely a wrong clock, or answers filled in at home. */
export function atNight({ document }: QualityCase): readonly QualityFlag[] {
  const [id, visit] = lastVisit(document) ?? []
  const at = new Date(visit?.at ?? Number.NaN)
  if (id === undefined || Number.isNaN(at.getTime())) return []
  const hour = (at.getUTCHours() + JAKARTA_OFFSET_H) % 24
  if (hour < NIGHT_FROM_HOUR && hour >= NIGHT_TO_HOUR) return []
  const minutes = String(at.getUTCMinutes()).padStart(2, '0')
  const clock = String(hour).padStart(2, '0')
  return [
    {
      key: 'at-night',
      path: null,
      text: { id: `Kunjungan pukul ${clock}.${minutes}`, en: `A visit at ${clock}:${minutes}` },
      evidence: { hour },
    },
  ]
}

/** [Q10] Dated later than the day on which somebody else looks at it: ages are judged on a day that has not come. */
export function inFuture({ visitDate, today }: QualityCase): readonly QualityFlag[] {
  if (visitDate === null || today === undefined || visitDate <= today) return []
  const days = Math.round((Date.parse(visitDate) - Date.parse(today)) / DAY_MS)
  return [
    {
      key: 'in-future',
      path: null,
      text: {
        id: `Tanggal kunjungan masih ${days} hari lagi: jam ponsel pendata salah`,
        en: `The visit is dated ${days} ${days === 1 ? 'day' : 'days'} ahead: the enumerator’s phone had a wrong clock`,
      },
      evidence: { days },
    },
  ]
}
