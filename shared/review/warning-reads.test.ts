import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryVisit, VISIT_DAY } from '../../tests/support/arbitrary-visits.ts'
import { EMPTY_DOCUMENT, type SurveyDocument } from '../survey/document.ts'
import { answerAt, entryOf, withAnswers } from '../survey/path.ts'
import { questionAt } from '../survey/questionnaire.ts'
import { findingsOf, type Finding } from './findings.ts'

const checksIn = (document: SurveyDocument) =>
  findingsOf(document, EMPTY_DOCUMENT, VISIT_DAY).filter(
    ({ kind, level, path }) => kind === 'check' && level === 'warning' && questionAt(path) !== undefined,
  )
const isAsked = ({ path }: Finding, document: SurveyDocument) =>
  questionAt(path)?.relevant?.({ document, entry: entryOf(path), visitDate: VISIT_DAY }) ?? true

test('a warning says the same of every survey that has the answers which it names', () => {
  let warned = 0
  fc.assert(
    fc.property(arbitraryVisit, arbitraryVisit, (document, another) => {
      for (const finding of checksIn(document)) {
        const { path, key, reads = [path] } = finding
        const mixed = withAnswers(
          another,
          reads.map((each) => [each, answerAt(document, each)]),
        )
        if (!isAsked(finding, mixed)) continue
        warned += 1
        expect(checksIn(mixed).map((other) => `${other.path} ${other.key}`)).toContain(`${path} ${key}`)
      }
    }),
    { numRuns: 200 },
  )
  expect(warned).toBeGreaterThan(0)
})
