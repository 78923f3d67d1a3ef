import { expect, test } from 'vitest'
import { EMPTY_DOCUMENT, type Answer, type SurveyDocument } from '../../../shared/survey/document.ts'
import { findingsOf, isComplete, isSettled, type Finding } from '../../../shared/review/findings.ts'
import { withAnswers, type Path } from '../../../shared/survey/path.ts'
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

const problemOf = (subject: string, code = 'ppks.anak_telantar') => ({
  'problems/p1/order': 1,
  'problems/p1/subject': subject,
  'problems/p1/code': code,
  'problems/p1/severity': 'ringan',
})
const second = { 'members/m2/order': 9, 'members/m2/name': 'Dedi', 'members/m2/birthDate': '1970-01-01' }

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

const OTHER_NIK = '3273015503570001'
const SUBJECT = `members/${head}`
const CASES: readonly {
  readonly says: string
  readonly odd: Readonly<Record<Path, Answer>>
  readonly key: string
  readonly other: Readonly<Record<Path, Answer>>
}[] = [
  {
    says: 'a birth date, with another wrong NIK',
    odd: { [birth]: '1955-01-01' },
    key: 'nik-birth',
    other: { [`members/${head}/nik`]: OTHER_NIK },
  },
  {
    says: 'food above all spending, with other spending',
    odd: { 'economy/spending': 1_000_000, 'economy/foodSpending': 1_200_000 },
    key: 'more-than-all',
    other: { 'economy/spending': 1_100_000 },
  },
  {
    says: 'the age of who has a problem, with another birth date',
    odd: problemOf(`member:${head}`),
    key: 'age',
    other: { [birth]: '1958-01-01' },
  },
  {
    says: 'the age of who has a problem, given to somebody else',
    odd: { ...problemOf(`member:${head}`), ...second },
    key: 'age',
    other: { 'problems/p1/subject': 'member:m2' },
  },
  {
    says: 'the sex of who has a problem, with another one',
    odd: { ...problemOf(`member:${head}`, 'ppks.prse'), [`${SUBJECT}/sex`]: 'L' },
    key: 'sex',
    other: { 'problems/p1/subject': 'member:m2', ...second, 'members/m2/sex': 'L' },
  },
  {
    says: 'livestock without a number, counted and lost again',
    odd: { 'assets/hasLivestock': 'ya', 'assets/sapi': 0 },
    key: 'none-counted',
    other: { 'assets/kuda': 0 },
  },
]

test.each(CASES)('$says, asks again', ({ odd: answers, key, other }) => {
  const document = withAnswers(whole, Object.entries(answers))
  const found = (of: SurveyDocument) => find(of).find((finding) => finding.key === key)
  const finding = found(document)
  if (!finding) throw new Error(`nothing odd: ${key}`)
  const confirmed = take(
    document,
    confirmEdits(finding, document, 'ya', () => ID),
  )
  expect(found(confirmed)?.confirmed).toBe('ya')
  expect(found(withAnswers(confirmed, Object.entries(other)))?.confirmed).toBeNull()
  expect(found(withAnswers(confirmed, [['dwelling/floor', 'kayu_papan']]))?.confirmed).toBe('ya')
})

test('what an older version confirmed over one answer of two asks again; over its only one it stands', () => {
  const confirmedBefore = (document: SurveyDocument, { path, key }: Finding, over: Answer) =>
    withAnswers(document, [
      [`confirmations/${ID}/order`, 1],
      [`confirmations/${ID}/of`, path],
      [`confirmations/${ID}/check`, key],
      [`confirmations/${ID}/over`, JSON.stringify(over)],
      [`confirmations/${ID}/reason`, 'sesuai akta'],
    ])
  expect(oddBirth(confirmedBefore(odd, oddBirth(odd), '1955-01-01')).confirmed).toBeNull()
  const little = withAnswers(whole, [
    ['economy/spending', 40_000],
    ['economy/foodSpending', 20_000],
  ])
  const littleIn = (document: SurveyDocument) =>
    find(document).find(({ key }) => key === 'very-little') as Finding
  expect(littleIn(confirmedBefore(little, littleIn(little), 40_000)).confirmed).toBe('sesuai akta')
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
