import { jakartaDate } from '../period.ts'
import type { Sex } from '../population/nik.ts'

/** What one answer holds. Absent and null mean the same: not answered. */
export type Answer = string | number | boolean | readonly string[]

/** Rosters are maps by id with an order key, never arrays by position: two phones may add at once. */
export type Roster<Entry> = { readonly [id: string]: Entry }

export type LocationAnswers = {
  readonly kelurahan?: string
  readonly rw?: string
  readonly rt?: string
  readonly address?: string
}

export type DwellingAnswers = {
  readonly tenure?: string
  readonly floor?: string
  readonly wall?: string
  readonly roof?: string
  readonly water?: string
  readonly toilet?: string
  readonly powerSource?: string
  readonly powerWatt?: string
}

export type FamilyAnswers = {
  readonly order?: number
  readonly kk?: string
}

export type MemberAnswers = {
  readonly order?: number
  /** id of the family that the member stands with on the KK */
  readonly family?: string
  readonly name?: string
  readonly nik?: string
  readonly nikMissing?: string
  /** `YYYY-MM-DD` */
  readonly birthDate?: string
  readonly sex?: Sex
  readonly relationship?: string
  /** a tombstone with its reason; a member is never deleted */
  readonly removed?: string
}

export type ProblemAnswers = {
  readonly order?: number
  /** `household`, `family:<id>` or `member:<id>` */
  readonly subject?: string
  readonly code?: string
  readonly severity?: string
  /** `YYYY` or `YYYY-MM` */
  readonly since?: string
  readonly needs?: readonly string[]
  readonly note?: string
  readonly removed?: string
}

export type VisitAnswers = {
  readonly order?: number
  /** the phone's time, ISO 8601 with offset: recorded, never trusted */
  readonly at?: string
  readonly result?: string
  readonly note?: string
}

/**
 * One account of one household. Parts are always there, answers only once touched or confirmed: what the
 * register knows stands beside the question and is no answer until then.
 */
export type SurveyDocument = {
  readonly location: LocationAnswers
  readonly dwelling: DwellingAnswers
  readonly assets: Readonly<Record<string, Answer>>
  readonly economy: Readonly<Record<string, Answer>>
  readonly notice: Readonly<Record<string, Answer>>
  readonly families: Roster<FamilyAnswers>
  readonly members: Roster<MemberAnswers>
  readonly problems: Roster<ProblemAnswers>
  readonly visits: Roster<VisitAnswers>
  readonly attachments: Roster<Readonly<Record<string, Answer>>>
}

export const EMPTY_DOCUMENT: SurveyDocument = {
  location: {},
  dwelling: {},
  assets: {},
  economy: {},
  notice: {},
  families: {},
  members: {},
  problems: {},
  visits: {},
  attachments: {},
}

export type RosterName = 'families' | 'members' | 'problems' | 'visits' | 'attachments'

const ROSTERS: ReadonlySet<string> = new Set<RosterName>([
  'families',
  'members',
  'problems',
  'visits',
  'attachments',
])

export function isRosterName(part: string): part is RosterName {
  return ROSTERS.has(part)
}

/** Entries of a roster in their order, removed ones left out. Ties are broken by id, so that all sides agree. */
export function entriesOf<Entry extends { readonly order?: number; readonly removed?: string }>(
  roster: Roster<Entry>,
): (readonly [id: string, entry: Entry])[] {
  return Object.entries(roster)
    .filter(([, entry]) => entry.removed === undefined)
    .sort(([idA, a], [idB, b]) => (a.order ?? Infinity) - (b.order ?? Infinity) || (idA < idB ? -1 : 1))
}

/** The last visit: what follows in the questionnaire depends on its result. */
export function lastVisit(document: SurveyDocument): readonly [id: string, visit: VisitAnswers] | undefined {
  return entriesOf(document.visits).at(-1)
}

/**
 * The day of the last visit, on which ages and dates are judged.
 * @param today `YYYY-MM-DD`, taken where no visit has a time yet
 */
export function visitDateOf(document: SurveyDocument, today: string): string {
  const at = lastVisit(document)?.[1].at
  return at === undefined ? today : jakartaDate(new Date(at))
}

/**
 * Name that a household goes by: its first family head's, the known head's until one is answered, else its first
 * member's; empty where nobody is known.
 */
export function nameOf(document: SurveyDocument, known: SurveyDocument = EMPTY_DOCUMENT): string {
  const sources = [document, known].map(({ members }) => entriesOf(members).map(([, member]) => member))
  const heads = sources.map((members) => members.find(({ relationship }) => relationship === 'kepala'))
  const firsts = sources.map(([first]) => first)
  return [...heads, ...firsts].find((member) => member?.name !== undefined)?.name ?? ''
}
