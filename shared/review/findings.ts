import type { Text } from '../text.ts'
import { withConfirmations } from '../survey/confirmations.ts'
import { suggestionWarnings } from '../welfare/suggestion-warnings.ts'
import { answerAt, pathOf, type Path } from '../survey/path.ts'
import {
  entriesOf,
  isRosterName,
  lastVisit,
  type ProblemAnswers,
  type SurveyDocument,
} from '../survey/document.ts'
import type { Question, RuleScope } from '../survey/question.ts'
import { formOf, questionsIn } from '../survey/questionnaire.ts'
import { remembered } from '../survey/remembered.ts'
import { isCompletedVisit } from '../survey/rules.ts'
import { expectedPhotos, takenOf } from '../survey/expected-photos.ts'
import { knownAfterJoins, peopleByFamily } from '../survey/families.ts'
import { isClockWrong, visitDateOf } from '../survey/visit-date.ts'
import type { VisitDate } from '../survey/visit-date.ts'

/** Something missing or odd in a survey, tied to the answer it is about. Errors block submission. */
export type Finding = {
  readonly path: Path
  readonly kind: 'missing' | 'check'
  /** of its check, or of what is missing; with the path it names the finding */
  readonly key: string
  readonly level: 'error' | 'warning'
  readonly text: Text
  /** of a warning: the answers that it goes by, its path's alone where left out */
  readonly reads?: readonly Path[]
  /** why a person let a warning stand; null where nobody did, and for errors */
  readonly confirmed: string | null
}

const MISSING: Text = { id: 'Belum diisi', en: 'Not answered yet' }
const NO_MEMBER: Text = { id: 'Belum ada anggota yang didata', en: 'No member has been recorded yet' }
const NO_HEAD: Text = { id: 'Belum ada kepala keluarga', en: 'There is no family head yet' }
const NO_FAMILY_HEAD: Text = {
  id: 'Keluarga ini belum punya kepala keluarga',
  en: 'This family has no head yet',
}
const NO_FAMILY_MEMBER: Text = {
  id: 'Keluarga tanpa anggota: pindahkan anggotanya ke sini, atau hapus keluarganya',
  en: 'A family without members: move its members here, or remove the family',
}
const NO_VISIT: Text = { id: 'Hasil kunjungan belum diisi', en: 'The visit has no result yet' }
const TO_REVISIT: Text = {
  id: 'Rumah ini masih harus dikunjungi lagi sebelum diserahkan',
  en: 'This house has to be visited again before it is submitted',
}
const UNCONFIRMED: Text = {
  id: 'Anggota dari daftar belum dipastikan: masih sama, diubah, atau dikeluarkan?',
  en: 'A listed member has not been settled: unchanged, changed or removed?',
}
const WRONG_CLOCK: Text = {
  id: 'Jam ponsel salah: betulkan jamnya, lalu isi tanggal kunjungan ini. Selama tanggalnya tidak diketahui, umur tidak dihitung.',
  en: 'The phone’s clock is wrong: set it right, then give the date of this visit. As long as nobody knows the date, no ages are told.',
}
const NO_NEED: Text = {
  id: 'Layanan apa yang dibutuhkan? Kalau belum jelas, pilih Belum tahu.',
  en: 'Which services are needed? Where that is not clear, choose Not known yet.',
}
const NO_PHOTO: Text = { id: 'Foto belum diambil', en: 'The photo has not been taken' }

/**
 * All that is missing or odd in a survey, in the order of the questionnaire that it was begun with. The same
 * function runs on the phone before submitting and on the server after each merge.
 * @param known what the register or the ministry's list says of the household; each of its members must be settled
 * @param visitDate `YYYY-MM-DD`
 */
export function findingsOf(
  document: SurveyDocument,
  known: SurveyDocument,
  visitDate: VisitDate,
): readonly Finding[] {
  return findingsOnce(document, known, visitDate)
}

const findingsOnce = remembered(
  (document: SurveyDocument, listed: SurveyDocument, visitDate: VisitDate): readonly Finding[] => {
    const known = knownAfterJoins(document, listed)
    return withConfirmations(
      [
        ...rosterFindings(document, known),
        ...clockFindings(document),
        ...askedIn(document).flatMap((question) =>
          entriesAsked(question, document).flatMap((entry) =>
            questionFindings(question, { document, entry, visitDate }),
          ),
        ),
        ...needFindings(document),
        ...problemFindings(document, known, visitDate),
        ...photoFindings(document),
      ],
      document,
    )
  },
)

/** True where {@link findingsOf} finds no error, which is all that the server asks; found out in half the time. */
export function hasNoError(document: SurveyDocument, known: SurveyDocument, visitDate: VisitDate): boolean {
  const isNoError = ({ level }: Finding) => level !== 'error'
  return (
    rosterFindings(document, known).every(isNoError) &&
    askedIn(document).every((question) =>
      entriesAsked(question, document).every((entry) =>
        questionFindings(question, { document, entry, visitDate }).every(isNoError),
      ),
    )
  )
}

/** True where nothing stands against a submission; warnings never do at the server. */
export function isComplete(findings: readonly Finding[]): boolean {
  return findings.every((finding) => finding.level !== 'error')
}

/** What keeps a phone from submitting, and so is counted as left to do: errors, and warnings that nobody let stand. */
export function openFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ level, confirmed }) => level === 'error' || confirmed === null)
}

/** True where a phone submits: no error, and each warning confirmed with a reason. */
export function isSettled(findings: readonly Finding[]): boolean {
  return openFindings(findings).length === 0
}

/**
 * Share of what must be answered that is answered, 0 to 1. Required questions only: an optional note left empty is
 * no unfinished work, and what the program fills in by itself is no work done.
 * @param findings of this document: to find them is most of the work, and whoever asks mostly has them
 */
export function completenessOf(
  document: SurveyDocument,
  visitDate: VisitDate,
  findings: readonly Finding[],
): number {
  const unanswered = findings.filter(({ kind, level }) => kind === 'missing' && level === 'error').length
  const answered = answeredCount(askedIn(document), document, visitDate)
  return answered === 0 ? 0 : answered / (answered + unanswered)
}

/** How many of the questions must be answered and are, over all entries of their rosters. */
export function answeredCount(
  questions: readonly Question[],
  document: SurveyDocument,
  visitDate: VisitDate,
): number {
  return questions.reduce((sum, question) => sum + requiredAnswers(question, document, visitDate), 0)
}

function askedIn(document: SurveyDocument): readonly Question[] {
  return questionsIn(formOf(document))
}

function requiredAnswers(question: Question, document: SurveyDocument, visitDate: VisitDate): number {
  return entriesAsked(question, document).filter((entry) => {
    const scope = { document, entry, visitDate }
    const isAsked = (question.relevant?.(scope) ?? true) && (question.required?.(scope) ?? false)
    return isAsked && answerAt(document, pathOf(question.path, entry)) !== null
  }).length
}

function entriesAsked(question: Question, document: SurveyDocument): readonly (string | null)[] {
  const part = question.path.split('/')[0] ?? ''
  return isRosterName(part)
    ? entriesOf<{ order?: number; removed?: string }>(document[part]).map(([id]) => id)
    : [null]
}

function questionFindings(question: Question, scope: RuleScope): readonly Finding[] {
  if (question.relevant && !question.relevant(scope)) return []
  const path = pathOf(question.path, scope.entry)
  if (answerAt(scope.document, path) === null) {
    return question.required?.(scope) ? [missing(path, MISSING)] : []
  }
  return (question.checks ?? [])
    .filter((check) => !check.holds(scope))
    .map(({ key, level, text, reads }) => ({
      path,
      kind: 'check',
      key,
      level,
      text,
      ...(reads && { reads: reads(scope) }),
      confirmed: null,
    }))
}

/** A wrong clock is said at once, and refuses nothing: the day of the visit can be given by hand. */
function clockFindings(document: SurveyDocument): readonly Finding[] {
  const [id, visit] = lastVisit(document) ?? []
  if (!visit || formOf(document) < 3 || !isClockWrong(visit)) return []
  if (visitDateOf(document, null) !== null) return []
  return [
    {
      path: `visits/${id}/heldOn`,
      kind: 'check',
      key: 'clock',
      level: 'warning',
      text: WRONG_CLOCK,
      reads: ['at', 'notBefore', 'heldOn'].map((field) => `visits/${id}/${field}`),
      confirmed: null,
    },
  ]
}

function rosterFindings(document: SurveyDocument, known: SurveyDocument): readonly Finding[] {
  if (entriesOf(document.visits).length === 0) return [missing('visits', NO_VISIT)]
  if (lastVisit(document)?.[1].result === 'tidak_di_rumah') return [missing('visits', TO_REVISIT)]
  if (!isCompletedVisit({ document })) return []
  const members = entriesOf(document.members)
  const unsettled = entriesOf(known.members)
    .filter(([id]) => document.members[id] === undefined)
    .map(([id]) => missing(`members/${id}`, UNCONFIRMED))
  if (members.length === 0) return [...unsettled, missing('members', NO_MEMBER)]
  if (formOf(document) >= 2) return [...unsettled, ...familyFindings(document, known)]
  const hasHead = members.some(([, member]) => member.relationship === 'kepala')
  return hasHead ? unsettled : [...unsettled, missing('members', NO_HEAD)]
}

/**
 * A family has one head; one that has a card but nobody in it is a mistake, or has moved away. Listed people who are
 * not settled yet may still be both.
 */
function familyFindings(document: SurveyDocument, known: SurveyDocument): readonly Finding[] {
  const people = peopleByFamily(document)
  const listed = entriesOf(known.members).filter(([id]) => document.members[id] === undefined)
  const awaitsHead = new Set(
    listed.flatMap(([, { relationship, family }]) => (relationship === 'kepala' ? [family] : [])),
  )
  const headless = [...people]
    .filter(
      ([family, members]) =>
        !awaitsHead.has(family) && !members.some(([, { relationship }]) => relationship === 'kepala'),
    )
    .map(([family]) =>
      family === ''
        ? missing('members', NO_HEAD)
        : { ...missing(`families/${family}`, NO_FAMILY_HEAD), key: 'no-head' },
    )
  const awaited = new Set(listed.map(([, { family }]) => family))
  const empty = entriesOf(document.families)
    .filter(([id, { kk }]) => kk !== undefined && !people.has(id) && !awaited.has(id))
    .map(([id]): Finding => ({
      path: `families/${id}`,
      kind: 'check',
      key: 'no-members',
      level: 'error',
      text: NO_FAMILY_MEMBER,
      confirmed: null,
    }))
  return [...headless, ...empty]
}

/** Path of a picture that should be there and is not: it has no entry yet, so its key stands in for the id. */
export function photoPath(key: string): Path {
  return `attachments/${key}`
}

/** A picture may be impossible: that is confirmed with a reason, and blocks nobody. */
function photoFindings(document: SurveyDocument): readonly Finding[] {
  if (!isCompletedVisit({ document }) || formOf(document) < 2) return []
  const missed = expectedPhotos(document).filter((photo) => takenOf(photo, document).length === 0)
  return missed.map(({ key }) => ({
    path: photoPath(key),
    kind: 'missing',
    key: 'photo',
    level: 'warning',
    text: NO_PHOTO,
    confirmed: null,
  }))
}

/**
 * What would help is the reason why a problem is recorded: without a need, not even that nobody knows it yet, a problem
 * warns. Surveys of an earlier form were not asked for it beside the severity.
 */
function needFindings(document: SurveyDocument): readonly Finding[] {
  if (!isCompletedVisit({ document }) || formOf(document) < 3) return []
  return entriesOf<ProblemAnswers>(document.problems)
    .filter(([, { code, needs = [] }]) => code !== undefined && needs.length === 0)
    .map(([id]) => ({
      path: `problems/${id}/needs`,
      kind: 'missing',
      key: 'need',
      level: 'warning',
      text: NO_NEED,
      confirmed: null,
    }))
}

/** Suggestions wait for an answer; they block nobody at the server. */
function problemFindings(
  document: SurveyDocument,
  known: SurveyDocument,
  visitDate: VisitDate,
): readonly Finding[] {
  return suggestionWarnings(document, known, visitDate).map((warning) => ({
    ...warning,
    kind: 'check',
    level: 'warning',
    confirmed: null,
  }))
}

function missing(path: Path, text: Text): Finding {
  return { path, kind: 'missing', key: 'missing', level: 'error', text, confirmed: null }
}
