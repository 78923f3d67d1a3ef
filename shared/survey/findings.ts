import type { Text } from '../text.ts'
import { answerAt, pathOf, type Path } from './path.ts'
import { entriesOf, isRosterName, type SurveyDocument } from './document.ts'
import type { Question, RuleScope } from './question.ts'
import { SECTIONS } from './questionnaire.ts'
import { isCompletedVisit } from './sections/visit.ts'

/** Something missing or odd in a survey, tied to the answer it is about. Errors block submission. */
export type Finding = {
  readonly path: Path
  readonly kind: 'missing' | 'check'
  readonly level: 'error' | 'warning'
  readonly text: Text
}

const MISSING: Text = { id: 'Belum diisi', en: 'Not answered yet' }
const NO_MEMBER: Text = { id: 'Belum ada anggota yang didata', en: 'No member has been recorded yet' }
const NO_HEAD: Text = { id: 'Belum ada kepala keluarga', en: 'There is no family head yet' }
const NO_VISIT: Text = { id: 'Hasil kunjungan belum diisi', en: 'The visit has no result yet' }
const UNCONFIRMED: Text = {
  id: 'Anggota dari daftar belum dipastikan: masih sama, diubah, atau dikeluarkan?',
  en: 'A listed member has not been settled: unchanged, changed or removed?',
}

/**
 * All that is missing or odd in a survey, in the questionnaire's order. The same function runs on the phone
 * before submitting and on the server after each merge.
 * @param known what the register or the ministry's list says of the household; each of its members must be settled
 * @param visitDate `YYYY-MM-DD`
 */
export function findingsOf(
  document: SurveyDocument,
  known: SurveyDocument,
  visitDate: string,
): readonly Finding[] {
  const findings = SECTIONS.flatMap((section) =>
    section.questions.flatMap((question) =>
      entriesAsked(question, document).flatMap((entry) =>
        questionFindings(question, { document, entry, visitDate }),
      ),
    ),
  )
  return [...rosterFindings(document, known), ...findings]
}

/** True where the survey can be submitted. */
export function isComplete(findings: readonly Finding[]): boolean {
  return findings.every((finding) => finding.level !== 'error')
}

/**
 * Share of what must be answered that is answered, 0 to 1. Required questions only: an optional note left empty is
 * no unfinished work, and what the program fills in by itself is no work done.
 */
export function completenessOf(document: SurveyDocument, known: SurveyDocument, visitDate: string): number {
  const findings = findingsOf(document, known, visitDate)
  const unanswered = findings.filter(({ kind }) => kind === 'missing').length
  const answered = SECTIONS.flatMap(({ questions }) => questions)
    .map((question) => requiredAnswers(question, document, visitDate))
    .reduce((sum, count) => sum + count, 0)
  return answered === 0 ? 0 : answered / (answered + unanswered)
}

function requiredAnswers(question: Question, document: SurveyDocument, visitDate: string): number {
  return entriesAsked(question, document).filter((entry) => {
    const isRequired = question.required?.({ document, entry, visitDate }) ?? false
    return isRequired && answerAt(document, pathOf(question.path, entry)) !== null
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
    return question.required?.(scope) ? [{ path, kind: 'missing', level: 'error', text: MISSING }] : []
  }
  return (question.checks ?? [])
    .filter((check) => !check.holds(scope))
    .map(({ level, text }) => ({ path, kind: 'check', level, text }))
}

function rosterFindings(document: SurveyDocument, known: SurveyDocument): readonly Finding[] {
  if (entriesOf(document.visits).length === 0) return [missing('visits', NO_VISIT)]
  if (!isCompletedVisit({ document })) return []
  const members = entriesOf(document.members)
  const unsettled = entriesOf(known.members)
    .filter(([id]) => document.members[id] === undefined)
    .map(([id]) => missing(`members/${id}`, UNCONFIRMED))
  if (members.length === 0) return [...unsettled, missing('members', NO_MEMBER)]
  const hasHead = members.some(([, member]) => member.relationship === 'kepala')
  return hasHead ? unsettled : [...unsettled, missing('members', NO_HEAD)]
}

function missing(path: Path, text: Text): Finding {
  return { path, kind: 'missing', level: 'error', text }
}
