import { expect, test } from 'vitest'
import { EMPTY_DOCUMENT, type SurveyDocument } from '../../../shared/survey/document.ts'
import { findingsOf, isComplete, isSettled, type Finding } from '../../../shared/review/findings.ts'
import { withAnswers } from '../../../shared/survey/path.ts'
import { isAnswerOf } from '../../../shared/survey/answer-value.ts'
import { questionAt } from '../../../shared/survey/questionnaire.ts'
import { listedHousehold } from '../../../tests/support/listed.ts'
import { fillSurvey } from '../../../tests/support/fill-survey.ts'
import type { Edit } from '../../ports/field-work.ts'
import { askAgainEdits, confirmEdits } from './confirm-edits.ts'

const ID = '01900000-0000-7000-8000-0000000000c1'
const { known } = listedHousehold('Aminah')
const [head = ''] = Object.keys(known.members)
const birth = `members/${head}/birthDate`

const whole = fillSurvey(known)
const odd = withAnswers(whole, [[birth, '1955-01-01']])
const find = (document: SurveyDocument) => findingsOf(document, known, '2026-11-23')
const take = (document: SurveyDocument, edits: readonly Edit[]) =>
  withAnswers(
    document,
    edits.map(({ path, to }) => [path, to] as const),
  )
const oddBirth = (document: SurveyDocument) => find(document).find(({ path }) => path === birth) as Finding

test('a warning blocks no submission at the server, but a phone asks for a reason first', () => {
  expect(oddBirth(odd)).toMatchObject({ level: 'warning', key: 'nik-birth', confirmed: null })
  expect(isComplete(find(odd))).toBe(true)
  expect(isSettled(find(odd))).toBe(false)
})

test('confirmed with a reason it says so, until the answer becomes another', () => {
  const edits = confirmEdits(oddBirth(odd), odd, ' sesuai akta ', () => ID)
  for (const { path, to } of edits) {
    const question = questionAt(path)
    expect(question !== undefined && to !== null && isAnswerOf(question, to)).toBe(true)
  }
  const confirmed = take(odd, edits)
  expect(oddBirth(confirmed).confirmed).toBe('sesuai akta')
  const other = withAnswers(confirmed, [[birth, '1956-01-01']])
  expect(oddBirth(other).confirmed).toBeNull()
  expect(
    oddBirth(
      take(
        other,
        confirmEdits(oddBirth(other), other, 'ya', () => 'another'),
      ),
    ).confirmed,
  ).toBe('ya')
})

test.each([null, ' '])('without a reason (%o) nothing was confirmed', (reason) => {
  const confirmed = take(
    odd,
    confirmEdits(oddBirth(odd), odd, 'sesuai akta', () => ID),
  )
  const bare = withAnswers(confirmed, [[`confirmations/${ID}/reason`, reason]])
  expect(oddBirth(bare).confirmed).toBeNull()
})

test('taken back it asks again, and leaves nothing behind', () => {
  const confirmed = take(
    odd,
    confirmEdits(oddBirth(odd), odd, 'sesuai akta', () => ID),
  )
  const again = take(confirmed, askAgainEdits(oddBirth(confirmed), confirmed))
  expect(oddBirth(again).confirmed).toBeNull()
  expect(again).toEqual(odd)
  expect(askAgainEdits(oddBirth(odd), EMPTY_DOCUMENT)).toEqual([])
})

test('all pictures missing and each explained, the survey is settled', () => {
  const settled = find(whole).reduce(
    (document, finding, index) =>
      take(
        document,
        confirmEdits(finding, document, 'keberatan', () => `01900000-0000-7000-8000-00000000000${index}`),
      ),
    whole,
  )
  expect(find(whole).map(({ path }) => path)).toEqual([
    'attachments/rumah_depan',
    'attachments/rumah_dalam',
    'attachments/kartu_keluarga',
  ])
  expect(isSettled(find(settled))).toBe(true)
})
