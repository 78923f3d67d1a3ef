import type { Text } from '../text.ts'
import { askedAnswers } from '../survey/asked-answers.ts'
import { EMPTY_DOCUMENT, entriesOf, type ProblemAnswers, type SurveyDocument } from '../survey/document.ts'
import type { Path } from '../survey/path.ts'
import { formOf } from '../survey/questionnaire.ts'
import { remembered } from '../survey/remembered.ts'
import { isCompletedVisit } from '../survey/rules.ts'
import { HOUSEHOLD_RULES } from './household-rules.ts'
import { MEMBER_RULES } from './member-rules.ts'
import type { VisitDate } from '../survey/visit-date.ts'

/** A problem that the answers speak for. A person confirms, changes or declines it. */
export type Suggestion = {
  /** of the rule, to be kept with what came of it */
  readonly rule: string
  /** of an ordinary problem of the catalogue */
  readonly code: string
  /** `household` or `member:<id>` */
  readonly subject: string
  /** in a few words, to go on after "karena": "lantai tanah" */
  readonly reason: Text
  /** the answers that speak for it; the last one is where it comes up */
  readonly from: readonly Path[]
}

/** The first version of the questionnaire asked too little for the rules. */
const FIRST_FORM = 2

/**
 * Problems that the answers of a completed visit speak for, household first, then its members in their order; each
 * problem of a subject once. Pure: the phone, the supervisor's screen and the monthly update see the same.
 * @param visitDate `YYYY-MM-DD`, on which ages are judged
 * @param known what was known before: while listed people are not settled, nobody is said to live alone
 */
export function suggestionsFor(
  document: SurveyDocument,
  visitDate: VisitDate,
  known: SurveyDocument = EMPTY_DOCUMENT,
): readonly Suggestion[] {
  return suggestionsOnce(document, visitDate, known)
}

const suggestionsOnce = remembered(
  (document: SurveyDocument, visitDate: VisitDate, known: SurveyDocument): readonly Suggestion[] => {
    if (!isCompletedVisit({ document }) || formOf(document) < FIRST_FORM) return []
    const asked = askedAnswers(document, visitDate)
    const ofHousehold = HOUSEHOLD_RULES.flatMap(({ key, code, reasonIn }): Suggestion[] => {
      const reason = reasonIn(asked)
      return reason ? [{ rule: key, code, subject: 'household', reason: reason.text, from: reason.from }] : []
    })
    const ofMembers = entriesOf(asked.members).flatMap(([id, member]) =>
      MEMBER_RULES.flatMap(({ key, code, reasonFor }): Suggestion[] => {
        const reason = reasonFor(member, { document: asked, known, id, visitDate })
        const subject = `member:${id}`
        return reason ? [{ rule: key, code, subject, reason: reason.text, from: reason.from }] : []
      }),
    )
    return [...ofHousehold, ...ofMembers]
  },
)

/** Suggestions that nobody has answered yet. */
export function openSuggestions(
  document: SurveyDocument,
  visitDate: VisitDate,
  known: SurveyDocument = EMPTY_DOCUMENT,
): readonly Suggestion[] {
  return suggestionsFor(document, visitDate, known).filter(
    (suggestion) => answerTo(suggestion, document) === undefined,
  )
}

/**
 * The entry that answers a suggestion: the problem itself, recorded or declined, or another one that was recorded in
 * its place, whosever that is. A family's problem answers for its household. What was withdrawn or said to be solved
 * answers nothing.
 */
export function answerTo(
  { subject, code, rule }: Pick<Suggestion, 'subject' | 'code' | 'rule'>,
  { problems }: SurveyDocument,
): readonly [id: string, problem: ProblemAnswers] | undefined {
  const isAnswer = ([, problem]: readonly [string, ProblemAnswers]) =>
    isAnswered(problem) &&
    ((isOf(subject, problem.subject) && problem.code === code) ||
      (problem.rule === rule && isOf(subject, suggestedFor(problem))))
  return Object.entries(problems)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .find(isAnswer)
}

/**
 * Whose suggestion a problem came from: of the household where its rule is one of households, whoever the problem was
 * given to since; else of its subject, unless it says whose.
 */
export function suggestedFor({ rule, subject, suggestedFor: told }: ProblemAnswers): string | undefined {
  return told ?? (HOUSEHOLD_RULES.some(({ key }) => key === rule) ? 'household' : subject)
}

/** Solved and still suggested is a contradiction, which somebody has to look at. */
function isAnswered({ removed }: ProblemAnswers): boolean {
  return removed === undefined || removed === 'tidak_terbukti'
}

/** @returns the problem's code; undefined for a rule that this version does not have */
export function codeOfRule(rule: string): string | undefined {
  return [...HOUSEHOLD_RULES, ...MEMBER_RULES].find(({ key }) => key === rule)?.code
}

function isOf(suggested: string, subject: string | undefined): boolean {
  return subject === suggested || (suggested === 'household' && subject?.startsWith('family:') === true)
}
