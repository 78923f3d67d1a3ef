import type { SectionKey } from './question.ts'

/** The sections of the questionnaire, and the page on which all of it is looked over. */
export const TIMED_SECTIONS = [
  'visit',
  'location',
  'members',
  'dwelling',
  'assets',
  'economy',
  'problems',
  'closing',
  'check',
] as const satisfies readonly (SectionKey | 'check')[]
export type TimedSection = (typeof TIMED_SECTIONS)[number]

export type SectionPace = {
  /** with somebody at work: see `IDLE_AFTER_S` */
  readonly seconds: number
  /** how often it was gone to */
  readonly visits: number
  /** answers given where there was none */
  readonly answered: number
  /** answers given in place of another one, or taken out */
  readonly changed: number
}

/**
 * How one visit went, for quality checks. Times are the device's own, with its offset: recorded, never trusted.
 * Positions are geo URIs: the first and the last that were at hand, of the survey's own question for the location and
 * of a look when it is opened and when it is looked over; null where nobody has allowed that, or the respondent objects to
 * being located. Nobody is asked for them.
 */
export type Paradata = {
  readonly startedAt: string
  readonly endedAt: string
  readonly startPosition: string | null
  readonly endPosition: string | null
  /** how often the survey was opened */
  readonly sessions: number
  /** times in which the survey was open and nobody at work, or its page was hidden */
  readonly pauses: { readonly count: number; readonly seconds: number }
  readonly sections: { readonly [Section in TimedSection]?: SectionPace }
}

/** Seconds without a touch or a key after which nobody counts as being at work; our own choice. */
export const IDLE_AFTER_S = 60

/** Ten days, or a million changes: larger figures say nothing more. */
const MAX_COUNT = 999_999

const VERSION = '1'
const NOWHERE = '-'
const COUNT = '\\d{1,6}'
const INSTANT = String.raw`20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d`
const POSITION = String.raw`geo:[-\d.]{1,12},[-\d.]{1,12};u=\d{1,6}|${NOWHERE}`
const SECTION = `[a-z]{1,10}:${COUNT}/${COUNT}/${COUNT}/${COUNT}`
const TEXT = new RegExp(
  `^${VERSION} (${INSTANT}) (${INSTANT}) (${POSITION}) (${POSITION}) (${COUNT}) (${COUNT})/(${COUNT})((?: ${SECTION})*)$`,
)

/**
 * As one short text, well below 2,000 characters: version, start, end, their positions, sessions, pauses, then of
 * each section its seconds, visits, answers and changes.
 * `1 2026-11-23T10:00:00+07:00 2026-11-23T10:24:10+07:00 - geo:-6.876543,107.583210;u=12 1 2/340 visit:41/1/4/0`
 */
export function formatParadata(paradata: Paradata): string {
  const { startedAt, endedAt, startPosition, endPosition, sessions, pauses, sections } = paradata
  const paces = TIMED_SECTIONS.flatMap((section) => {
    const pace = sections[section]
    return pace ? `${section}:${countsOf(pace).map(count).join('/')}` : []
  })
  return [
    VERSION,
    startedAt,
    endedAt,
    startPosition ?? NOWHERE,
    endPosition ?? NOWHERE,
    count(sessions),
    `${count(pauses.count)}/${count(pauses.seconds)}`,
    ...paces,
  ].join(' ')
}

/** @returns null for a text that this version does not know; never throws */
export function parseParadata(text: string): Paradata | null {
  const match = TEXT.exec(text)
  if (!match) return null
  const [
    ,
    startedAt = '',
    endedAt = '',
    start = '',
    end = '',
    sessions,
    pauseCount,
    pauseSeconds,
    paces = '',
  ] = match
  return {
    startedAt,
    endedAt,
    startPosition: start === NOWHERE ? null : start,
    endPosition: end === NOWHERE ? null : end,
    sessions: Number(sessions),
    pauses: { count: Number(pauseCount), seconds: Number(pauseSeconds) },
    sections: Object.fromEntries(paces.split(' ').flatMap(readPace)),
  }
}

/** One record of what went on before and what followed. */
export function joinParadata(before: Paradata, after: Paradata): Paradata {
  const touched = TIMED_SECTIONS.filter((section) => before.sections[section] ?? after.sections[section])
  return {
    startedAt: before.startedAt,
    endedAt: after.endedAt,
    startPosition: before.startPosition ?? after.startPosition,
    endPosition: after.endPosition ?? before.endPosition,
    sessions: before.sessions + after.sessions,
    pauses: {
      count: before.pauses.count + after.pauses.count,
      seconds: before.pauses.seconds + after.pauses.seconds,
    },
    sections: Object.fromEntries(
      touched.map((section) => [section, joinPace(before.sections[section], after.sections[section])]),
    ),
  }
}

/** The same without a trace of where it was. */
export function withoutPositions(paradata: Paradata): Paradata {
  return { ...paradata, startPosition: null, endPosition: null }
}

/** Seconds in which somebody was at work, over all sections. */
export function activeSeconds({ sections }: Paradata): number {
  return Object.values(sections).reduce((sum, { seconds }) => sum + seconds, 0)
}

const NO_PACE: SectionPace = { seconds: 0, visits: 0, answered: 0, changed: 0 }

/** One part of a section's pace over another. */
export function joinPace(a: SectionPace = NO_PACE, b: SectionPace = NO_PACE): SectionPace {
  return {
    seconds: a.seconds + b.seconds,
    visits: a.visits + b.visits,
    answered: a.answered + b.answered,
    changed: a.changed + b.changed,
  }
}

function countsOf({ seconds, visits, answered, changed }: SectionPace): readonly number[] {
  return [seconds, visits, answered, changed]
}

function readPace(text: string): (readonly [TimedSection, SectionPace])[] {
  const [name, counts = ''] = text.split(':')
  const section = TIMED_SECTIONS.find((one) => one === name)
  // A section of a later questionnaire: what this version does not show it does not count either.
  if (!section) return []
  const [seconds = 0, visits = 0, answered = 0, changed = 0] = counts.split('/').map(Number)
  return [[section, { seconds, visits, answered, changed }]]
}

function count(value: number): number {
  return Math.min(Math.max(0, Math.round(value)), MAX_COUNT)
}
