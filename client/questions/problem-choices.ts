import { ageInYears } from '../../shared/population/age.ts'
import type { SurveyDocument } from '../../shared/survey/document.ts'
import { entriesOf } from '../../shared/survey/document.ts'
import { ORDINARY_PROBLEMS, type Problem } from '../../shared/catalogue/problem-catalogue.ts'
import { codeOfRule, suggestedFor } from '../../shared/welfare/suggestions.ts'
import type { VisitDate } from '../../shared/survey/visit-date.ts'

export type ProblemChoices = {
  /** fit the person's age and sex */
  readonly suggested: readonly Problem[]
  /** the others that this kind of subject can have: ages warn, never block */
  readonly others: readonly Problem[]
}

/**
 * Problems that can be recorded for a subject, those that another entry records for it already left out, and the one
 * that this entry takes the place of.
 * Restricted types are in none of the lists.
 * @param entry the problem that is being answered
 */
export function problemChoices(
  document: SurveyDocument,
  entry: string,
  visitDate: VisitDate,
): ProblemChoices {
  const own = document.problems[entry] ?? {}
  const { subject = '', rule, changedWhy } = own
  // For somebody else the same problem is another one.
  const isReplacing = changedWhy !== undefined && suggestedFor(own) === subject
  const replaced = isReplacing ? codeOfRule(rule ?? '') : undefined
  const taken = new Set([
    ...entriesOf(document.problems).flatMap(([id, other]) =>
      id !== entry && other.subject === subject ? (other.code ?? []) : [],
    ),
    ...(replaced === undefined ? [] : [replaced]),
  ])
  const [kind, id = ''] = subject.split(':')
  const isMember = kind === 'member'
  const member = isMember ? document.members[id] : undefined
  const age = member?.birthDate === undefined ? null : ageInYears(member.birthDate, visitDate)
  const possible = ORDINARY_PROBLEMS.filter(
    (problem) => !taken.has(problem.code) && suits(problem, isMember ? 'member' : 'household'),
  )
  const fits = (problem: Problem) =>
    (!problem.sex || member?.sex === undefined || member.sex === problem.sex) &&
    (!problem.age || age === null || (age >= (problem.age.min ?? 0) && age <= (problem.age.max ?? Infinity)))
  return { suggested: possible.filter(fits), others: possible.filter((problem) => !fits(problem)) }
}

/**
 * What a search finds among the problems that only another kind of subject can have: the household's for a person, and
 * a person's for the household.
 */
export function problemsOfOthers(
  { problems }: Pick<SurveyDocument, 'problems'>,
  entry: string,
  search: (problems: readonly Problem[]) => readonly Problem[],
): { readonly ofHousehold: boolean; readonly found: readonly Problem[] } {
  const ofHousehold = problems[entry]?.subject?.startsWith('member:') ?? false
  const kind = ofHousehold ? 'household' : 'member'
  return { ofHousehold, found: search(ORDINARY_PROBLEMS.filter(({ subject }) => subject === kind)) }
}

function suits({ subject }: Problem, kind: 'member' | 'household'): boolean {
  return subject === kind || subject === 'member_or_household'
}
