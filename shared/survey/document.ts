import type { Sex } from '../population/nik.ts'
import { remembered } from './remembered.ts'

/** What one answer holds. Absent and null mean the same: not answered. */
export type Answer = string | number | boolean | readonly string[]

/** Rosters are maps by id with an order key, never arrays by position: two phones may add at once. */
export type Roster<Entry> = { readonly [id: string]: Entry }

export type LocationAnswers = {
  readonly kelurahan?: string
  readonly rw?: string
  readonly rt?: string
  readonly address?: string
  /** geo URI with accuracy, RFC 5870 */
  readonly position?: string
  readonly positionMissing?: string
}

export type DwellingAnswers = {
  readonly tenure?: string
  readonly landProof?: string
  /** m² */
  readonly floorArea?: number
  readonly floor?: string
  readonly wall?: string
  readonly roof?: string
  readonly water?: string
  readonly wellDistance?: string
  readonly toilet?: string
  readonly closet?: string
  readonly sewage?: string
  readonly powerSource?: string
  readonly powerWatt?: string
  readonly cookingFuel?: string
}

export type AssetsAnswers = {
  readonly held?: readonly string[]
  readonly elsewhere?: readonly string[]
  readonly hasLivestock?: string
  readonly sapi?: number
  readonly kerbau?: number
  readonly kuda?: number
  readonly babi?: number
  readonly kambingDomba?: number
}

/** An amount in whole Rupiah, or `tidak_tahu` or `menolak`. */
export type Amount = number | string

export type EconomyAnswers = {
  /** all spending of the household in a month */
  readonly spending?: Amount
  /** of it, for food */
  readonly foodSpending?: Amount
  readonly foodIsMost?: string
  readonly shelter?: string
  readonly steadyIncome?: string
  readonly hunger?: string
  readonly clothes?: string
  readonly debts?: readonly string[]
  readonly debtAmount?: Amount
  readonly debtBurden?: string
  /** in the respondent's own words */
  readonly wishes?: string
}

export type NoticeAnswers = {
  readonly how?: string
  readonly to?: string
  readonly signature?: string
}

export type FamilyAnswers = {
  readonly order?: number
  readonly kk?: string
  /** programmes received in the last year */
  readonly aid?: readonly string[]
  /** joined into another family of the house, or entered by mistake */
  readonly removed?: string
}

export type MemberAnswers = {
  readonly order?: number
  /** id of the family that the member stands with on the KK */
  readonly family?: string
  readonly name?: string
  readonly nik?: string
  readonly nikMissing?: string
  /** `YYYY-MM-DD`, or without what nobody knows: `YYYY-MM`, `YYYY` */
  readonly birthDate?: string
  readonly sex?: Sex
  readonly relationship?: string
  readonly birthRegistered?: string
  readonly marriage?: string
  readonly schooling?: string
  readonly schoolLevel?: string
  readonly certificate?: string
  readonly worked?: string
  readonly seeksWork?: string
  readonly industry?: string
  readonly workStatus?: string
  readonly pregnant?: string
  readonly antenatal?: string
  readonly nutrition?: string
  readonly seeing?: string
  readonly hearing?: string
  readonly walking?: string
  readonly hands?: string
  readonly learning?: string
  readonly behaviour?: string
  readonly speaking?: string
  readonly selfCare?: string
  readonly remembering?: string
  readonly device?: string
  readonly illnesses?: readonly string[]
  readonly treatment?: string
  readonly insurance?: readonly string[]
  readonly insuranceActive?: string
  readonly aid?: readonly string[]
  /** a tombstone with its reason; a member is never deleted */
  readonly removed?: string
}

export type ProblemAnswers = {
  readonly order?: number
  /** `household`, `family:<id>` or `member:<id>` */
  readonly subject?: string
  readonly code?: string
  /** the rule that suggested it, absent where a person thought of it */
  readonly rule?: string
  /** whose suggestion it answers, where it is another's by now; the subject's own where left out */
  readonly suggestedFor?: string
  readonly severity?: string
  /** `YYYY` or `YYYY-MM` */
  readonly since?: string
  readonly evidence?: readonly string[]
  readonly needs?: readonly string[]
  /** ids of programmes that help with it already */
  readonly help?: readonly string[]
  readonly helpNote?: string
  readonly note?: string
  /** `batal` where it was entered by mistake, `tidak_terbukti` where a suggestion was declined, `teratasi` where it is solved */
  readonly removed?: string
  readonly removedWhy?: string
  /** why this problem was recorded in place of the one that its rule suggests */
  readonly changedWhy?: string
}

export type VisitAnswers = {
  readonly order?: number
  /** the phone's time, ISO 8601 with offset: recorded, never trusted */
  readonly at?: string
  /** the date of the list, set where the clock stood before it: no visit is older than its list */
  readonly notBefore?: string
  /** the day of the visit as a person gave it, where the clock was wrong */
  readonly heldOn?: string
  /** version of the questionnaire; a survey keeps that of its first visit */
  readonly form?: number
  readonly result?: string
  readonly revisitOn?: string
  readonly movedTo?: string
  /** which household it is, in words */
  readonly sameAs?: string
  /** and its id, where it was chosen on the phone */
  readonly sameHousehold?: string
  readonly refusedWhy?: string
  readonly respondent?: string
  readonly respondentName?: string
  readonly note?: string
  /** the enumerator's own, at the end */
  readonly remarks?: string
  /** how the visit went, for quality checks: shared/survey/paradata.ts */
  readonly paradata?: string
}

/** A picture that lies beside the survey, named by its content. */
export type AttachmentAnswers = {
  readonly order?: number
  readonly kind?: string
  /** whose family card it shows, where that was known */
  readonly family?: string
  /** of the stored bytes, hex */
  readonly sha256?: string
  readonly type?: string
  readonly bytes?: number
  readonly takenAt?: string
  readonly removed?: string
}

/** A warning that a person looked at and let stand. */
export type ConfirmationAnswers = {
  readonly order?: number
  /** path of the answer that the warning is about */
  readonly of?: string
  readonly check?: string
  /** the answers that were confirmed, as JSON: others have to be confirmed anew */
  readonly over?: string
  readonly reason?: string
}

/**
 * One account of one household. Parts are always there, answers only once touched or confirmed: what the
 * register knows stands beside the question and is no answer until then.
 */
export type SurveyDocument = {
  readonly location: LocationAnswers
  readonly dwelling: DwellingAnswers
  readonly assets: AssetsAnswers
  readonly economy: EconomyAnswers
  readonly notice: NoticeAnswers
  readonly families: Roster<FamilyAnswers>
  readonly members: Roster<MemberAnswers>
  readonly problems: Roster<ProblemAnswers>
  readonly visits: Roster<VisitAnswers>
  readonly attachments: Roster<AttachmentAnswers>
  /** absent in documents of the first version */
  readonly confirmations?: Roster<ConfirmationAnswers>
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

/** All parts that are rosters. */
export const ROSTERS = [
  'families',
  'members',
  'problems',
  'visits',
  'attachments',
  'confirmations',
] as const satisfies readonly (keyof SurveyDocument)[]

export type RosterName = (typeof ROSTERS)[number]

const rosterNames: ReadonlySet<string> = new Set(ROSTERS)

export function isRosterName(part: string): part is RosterName {
  return rosterNames.has(part)
}

/** Entries of a roster in their order, removed ones left out. Ties are broken by id, so that all sides agree. */
export function entriesOf<Entry extends Placed>(
  roster: Roster<Entry> | undefined,
): readonly (readonly [id: string, entry: Entry])[] {
  // They are the roster's own entries, whatever else these hold.
  return (roster ? inOrder(roster) : []) as unknown as readonly (readonly [id: string, entry: Entry])[]
}

type Placed = { readonly order?: number; readonly removed?: string }

// Nearly every rule asks for the last visit.
const inOrder = remembered((roster: Roster<Placed>) =>
  Object.entries(roster)
    .filter(([, entry]) => entry.removed === undefined)
    .sort(([idA, a], [idB, b]) => (a.order ?? Infinity) - (b.order ?? Infinity) || (idA < idB ? -1 : 1)),
)

/** The last visit: what follows in the questionnaire depends on its result. */
export function lastVisit(
  document: Pick<SurveyDocument, 'visits'>,
): readonly [id: string, visit: VisitAnswers] | undefined {
  return entriesOf(document.visits).at(-1)
}

/** The first visit: a survey keeps the questionnaire that it was begun with. */
export function firstVisit(document: SurveyDocument): VisitAnswers | undefined {
  return entriesOf(document.visits)[0]?.[1]
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
