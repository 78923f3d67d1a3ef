import { entryOf, pathOf, patternOf, type Path } from './path.ts'
import type { Question, Section } from './question.ts'
import { visitSection } from './sections/visit.ts'
import { locationSection } from './sections/location.ts'
import { membersSection } from './sections/members.ts'
import { dwellingSection } from './sections/dwelling.ts'
import { problemsSection } from './sections/problems.ts'

/** A survey keeps the version that it was begun with. */
export const FORM_VERSION = 1

/** Sections in the order in which they are asked. */
export const SECTIONS: readonly Section[] = [
  visitSection,
  locationSection,
  membersSection,
  dwellingSection,
  problemsSection,
]

const questionByPattern = new Map<string, Question>(
  SECTIONS.flatMap((section) => section.questions.map((question) => [question.path, question] as const)),
)

/** The question that an answer's path belongs to, undefined for a path that the questionnaire does not know. */
export function questionAt(path: Path): Question | undefined {
  return questionByPattern.get(patternOf(path))
}

/** The section that a path is asked in. */
export function sectionAt(path: Path): Section | undefined {
  const question = questionAt(path)
  return question && SECTIONS.find((section) => section.questions.includes(question))
}

// Patterns of each atomic group, by the pattern of each of its questions.
const groupByPattern = new Map<string, readonly string[]>(
  SECTIONS.flatMap(({ questions }) =>
    questions
      .filter(({ group }) => group !== undefined)
      .map((question) => [
        question.path,
        questions.filter((other) => other.group === question.group).map((other) => other.path),
      ]),
  ),
)

/**
 * Paths that merge together with this one (itself among them): the questions of its atomic group in the same
 * roster entry.
 */
export function groupPathsOf(path: Path): readonly Path[] {
  const patterns = groupByPattern.get(patternOf(path))
  return patterns ? patterns.map((pattern) => pathOf(pattern, entryOf(path))) : [path]
}
