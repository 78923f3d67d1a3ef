import { findOrdinaryProblem } from '../catalogue/problem-catalogue.ts'
import { entriesOf, type ProblemAnswers, type SurveyDocument } from '../survey/document.ts'
import { hasPeople } from '../survey/families.ts'
import { formOf } from '../survey/questionnaire.ts'
import { isCompletedVisit } from '../survey/rules.ts'
import type { Suggestion } from './suggestions.ts'

type Known = readonly [id: string, problem: ProblemAnswers]
type What = Pick<Suggestion, 'subject' | 'code'>

/** The first version of the questionnaire did not ask about them. */
const FIRST_FORM = 2

/**
 * Problems that the register knows of a household and that this survey has not answered, in their order: each is still
 * there, has changed, or is solved. Only of the ordinary catalogue, and of people and families who are still here.
 * @param suggestions of this survey: a problem that its answers suggest anew is asked about there
 */
export function unansweredProblems(
  document: SurveyDocument,
  known: SurveyDocument,
  suggestions: readonly What[],
): readonly Known[] {
  if (!isCompletedVisit({ document }) || formOf(document) < FIRST_FORM) return []
  return entriesOf(known.problems).filter(
    ([id, { subject = '', code = '' }]) =>
      document.problems[id] === undefined &&
      findOrdinaryProblem(code) !== undefined &&
      isHere(subject, document) &&
      !suggestions.some((suggestion) => isSame(suggestion, subject, code)),
  )
}

/** The problem of the register that a suggestion repeats; undefined where it is new. */
export function knownProblemOf({ subject, code }: What, known: SurveyDocument): Known | undefined {
  return entriesOf(known.problems).find(([, problem]) => problem.subject === subject && problem.code === code)
}

function isSame(suggestion: What, subject: string, code: string): boolean {
  return suggestion.subject === subject && suggestion.code === code
}

function isHere(subject: string, document: SurveyDocument): boolean {
  const [kind, id = ''] = subject.split(':')
  switch (kind) {
    case 'household':
      return true
    case 'member':
      return document.members[id] !== undefined && document.members[id].removed === undefined
    default:
      return hasPeople(document, id)
  }
}
