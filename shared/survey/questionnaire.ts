import { entriesOf, firstVisit, type SurveyDocument } from './document.ts'
import { FORM_VERSION, VERSIONS } from './form-version.ts'
import { patternOf, type Path } from './path.ts'
import type { Question, Section } from './question.ts'
import { visitSection } from './sections/visit.ts'
import { locationSection } from './sections/location.ts'
import { membersSection } from './sections/members.ts'
import { dwellingSection } from './sections/dwelling.ts'
import { assetsSection } from './sections/assets.ts'
import { economySection } from './sections/economy.ts'
import { problemsSection } from './sections/problems.ts'
import { closingSection } from './sections/closing.ts'

/** Sections in the order in which they are asked, with the questions of all versions. */
export const SECTIONS: readonly Section[] = [
  visitSection,
  locationSection,
  membersSection,
  dwellingSection,
  assetsSection,
  economySection,
  problemsSection,
  closingSection,
]

/**
 * Version of the questionnaire that a survey keeps: that of its first visit. Visits of the first version do not
 * name theirs; a survey that nobody visited yet will be begun with the current one. A version that never was is
 * judged as the current one.
 */
export function formOf(document: SurveyDocument): number {
  const visit = firstVisit(document)
  const version = visit === undefined ? FORM_VERSION : (visit.form ?? 1)
  return VERSIONS.includes(version) ? version : FORM_VERSION
}

const sectionsByVersion: ReadonlyMap<number, readonly Section[]> = new Map(
  VERSIONS.map((version) => [
    version,
    SECTIONS.map((section) => ({
      ...section,
      questions: section.questions.filter(
        ({ since = 1, until = Infinity }) => since <= version && version <= until,
      ),
    })).filter(({ questions }) => questions.length > 0),
  ]),
)

/** The sections of one version with its questions alone; a section that asks nothing is left out. */
export function sectionsOf(version: number): readonly Section[] {
  return sectionsByVersion.get(version) ?? []
}

const questionsByVersion: ReadonlyMap<number, readonly Question[]> = new Map(
  [...sectionsByVersion].map(([version, sections]) => [
    version,
    sections.flatMap(({ questions }) => questions),
  ]),
)

/** All questions of one version, in the order in which they are asked. */
export function questionsIn(version: number): readonly Question[] {
  return questionsByVersion.get(version) ?? []
}

/**
 * What takes an unfinished survey over to the current questionnaire: its answers stay, what is new is asked.
 * @returns edits; empty where it is there already, or has no visit yet
 */
export function upgradeEdits(document: SurveyDocument): readonly { path: Path; to: number }[] {
  const [id, visit] = entriesOf(document.visits)[0] ?? []
  if (id === undefined || (visit?.form ?? 1) >= FORM_VERSION) return []
  return [{ path: `visits/${id}/form`, to: FORM_VERSION }]
}

const questionByPattern = new Map<string, Question>(
  SECTIONS.flatMap((section) => section.questions.map((question) => [question.path, question] as const)),
)

/** The question that an answer's path belongs to, undefined for a path that no version knows. */
export function questionAt(path: Path): Question | undefined {
  return questionByPattern.get(patternOf(path))
}

/** The section that a path is asked in. */
export function sectionAt(path: Path): Section | undefined {
  const question = questionAt(path)
  return question && SECTIONS.find((section) => section.questions.includes(question))
}
