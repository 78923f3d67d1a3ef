import fc from 'fast-check'
import type { Answer, SurveyDocument } from '../../shared/survey/document.ts'
import { FORM_VERSION } from '../../shared/survey/form-version.ts'
import { documentOf, pathOf, type Path } from '../../shared/survey/path.ts'
import { optionsOf, UNSAID, type Question } from '../../shared/survey/question.ts'
import { sectionsOf } from '../../shared/survey/questionnaire.ts'

export const PEOPLE = [1, 2, 3].map((serial) => `01900000-0000-7000-8000-00000000000${serial}`)
export const VISIT_DAY = '2026-11-23'
const VISIT = '01900000-0000-7000-8000-0000000000a1'

/** A visit of the current questionnaire that was completed, and nothing else. */
export const BEGUN: readonly (readonly [Path, Answer])[] = [
  [`visits/${VISIT}/order`, 1],
  [`visits/${VISIT}/at`, `${VISIT_DAY}T10:00:00+07:00`],
  [`visits/${VISIT}/form`, FORM_VERSION],
  [`visits/${VISIT}/result`, 'selesai'],
]

const QUESTIONS = sectionsOf(FORM_VERSION).flatMap(({ questions }) => questions)

/** Answers of any shape that a question allows; null for those that say nothing of a household's needs. */
function arbitraryAnswer(question: Question): fc.Arbitrary<Answer> | null {
  const keys = optionsOf(question).map(({ key }) => key)
  switch (question.kind) {
    case 'one-of':
    case 'yes-no':
      return fc.constantFrom(...keys)
    case 'many-of':
      return fc.subarray(keys, { minLength: 1 })
    case 'money':
      return fc.oneof(fc.integer({ min: 0, max: 5_000_000 }), fc.constantFrom(...UNSAID))
    case 'date':
      return fc
        .date({ min: new Date('1930-01-01'), max: new Date(VISIT_DAY), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10))
    case 'nik':
      return fc.constant('3273015003809001')
    default:
      return null
  }
}

function arbitraryAnswers(
  prefix: string,
  entry: string | null,
  without: RegExp,
): fc.Arbitrary<readonly (readonly [Path, Answer])[]> {
  const asked = QUESTIONS.filter(({ path }) => path.startsWith(prefix) && !without.test(path)).flatMap(
    (question) => {
      const answer = arbitraryAnswer(question)
      return answer ? [[pathOf(question.path, entry), answer] as const] : []
    },
  )
  return fc
    .record(Object.fromEntries(asked.map(([path, answer]) => [path, fc.option(answer, { freq: 4 })])))
    .map((answers) => Object.entries(answers).filter((pair): pair is [Path, Answer] => pair[1] !== null))
}

/** Answers about one member who lives here, contradictory and left-over ones among them. */
export function arbitraryMember(id: string): fc.Arbitrary<readonly (readonly [Path, Answer])[]> {
  return arbitraryAnswers('members/', id, /\/removed$/)
}

/** Completed visits with any answers about the house, its economy and up to three people. */
export const arbitraryVisit: fc.Arbitrary<SurveyDocument> = fc
  .tuple(
    arbitraryAnswers('dwelling/', null, /^$/),
    arbitraryAnswers('economy/', null, /^$/),
    fc.subarray(PEOPLE).chain((ids) => fc.tuple(...ids.map(arbitraryMember))),
  )
  .map(([dwelling, economy, members]) => documentOf([...BEGUN, ...dwelling, ...economy, ...members.flat()]))
