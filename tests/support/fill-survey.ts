import { jakartaDate } from '../../shared/period.ts'
import { EMPTY_DOCUMENT, type Answer, type SurveyDocument } from '../../shared/survey/document.ts'
import { findingsOf, type Finding } from '../../shared/review/findings.ts'
import { answersOf, withAnswers, type Path } from '../../shared/survey/path.ts'
import { optionsOf, type Question } from '../../shared/survey/question.ts'
import { FORM_VERSION } from '../../shared/survey/form-version.ts'
import { questionAt } from '../../shared/survey/questionnaire.ts'

const VISIT = '01900000-0000-7000-8000-0000000000a1'
export const VISITED_AT = '2026-11-23T10:00:00+07:00'

/** An ordinary household's answers, where the first option would tell an odd story. */
const ORDINARY: Readonly<Record<string, Answer>> = {
  'location/rw': '001',
  'location/rt': '001',
  'dwelling/floorArea': 36,
  'dwelling/floor': 'keramik',
  'dwelling/toilet': 'sendiri',
  'dwelling/water': 'leding',
  'dwelling/powerWatt': '900',
  'assets/held': ['sepeda_motor'],
  'assets/elsewhere': ['tidak_ada'],
  'assets/hasLivestock': 'tidak',
  'economy/spending': 3_000_000,
  'economy/foodSpending': 1_400_000,
  'economy/hunger': 'tidak',
  'economy/debts': ['tidak_ada'],
  'families/*/aid': ['tidak_ada'],
  'members/*/schooling': 'masih',
  'members/*/name': 'Warga Baru',
  'members/*/nikMissing': 'belum_punya',
  'members/*/birthDate': '1990-04-12',
  'members/*/seeksWork': 'tidak',
  'members/*/pregnant': 'tidak',
  'members/*/illnesses': ['tidak_ada'],
  'members/*/insurance': ['pbi_jkn'],
  'members/*/nutrition': 'tidak_ada_catatan',
  'visits/*/respondent': 'kepala',
  'notice/to': 'kepala',
}

/** Answers one question as an ordinary household would, unless something else is wanted. */
function ordinaryAnswer(question: Question, wanted: Readonly<Record<string, Answer>>): Answer {
  const answer = wanted[question.path] ?? ORDINARY[question.path]
  if (answer !== undefined) return answer
  if (question.kind === 'one-of' && question.battery) return question.battery.rest.key
  const [first] = optionsOf(question)
  if (first) return question.kind === 'many-of' ? [first.key] : first.key
  switch (question.kind) {
    case 'location':
      return 'geo:-6.876543,107.58321;u=12'
    case 'text':
      return 'Gg. Mawar 3'
    default:
      throw new Error(`no ordinary answer to ${question.path}`)
  }
}

/**
 * A whole visit of the current questionnaire: what is known is confirmed, all that is missing is answered, until
 * nothing is missing but the pictures.
 * @param wanted answers by pattern or path in place of the ordinary ones
 * @param visitedAt ISO 8601
 */
export function fillSurvey(
  known: SurveyDocument,
  wanted: Readonly<Record<string, Answer>> = {},
  visitedAt = VISITED_AT,
): SurveyDocument {
  const visitDate = jakartaDate(new Date(visitedAt))
  const begun: [Path, Answer][] = [
    [`visits/${VISIT}/order`, 1],
    [`visits/${VISIT}/at`, visitedAt],
    [`visits/${VISIT}/form`, FORM_VERSION],
    [`visits/${VISIT}/result`, 'selesai'],
  ]
  let document = withAnswers(EMPTY_DOCUMENT, [...answersOf(known), ...begun])
  for (;;) {
    const missing = missingIn(document, known, visitDate)
    if (missing.length === 0) return document
    document = withAnswers(
      document,
      missing.map(({ path: wantedAt }) => {
        // Nobody invents a number: that it is missing is an answer, too.
        const path = wantedAt.replace(/\/nik$/, '/nikMissing')
        const question = questionAt(path)
        if (!question) throw new Error(`nothing to answer at ${path}`)
        return [path, wanted[path] ?? ordinaryAnswer(question, wanted)] as const
      }),
    )
  }
}

function missingIn(document: SurveyDocument, known: SurveyDocument, visitDate: string): readonly Finding[] {
  return findingsOf(document, known, visitDate).filter(
    ({ kind, level }) => kind === 'missing' && level === 'error',
  )
}
