import { expect, test } from 'vitest'
import { listedHousehold } from '../../tests/support/listed.ts'
import { completeSurvey } from '../../tests/support/answers.ts'
import { fillSurvey } from '../../tests/support/fill-survey.ts'
import { isAnswerOf } from '../survey/answer-value.ts'
import { EMPTY_DOCUMENT, type SurveyDocument } from '../survey/document.ts'
import { completenessOf, findingsOf, hasNoError, isComplete } from './findings.ts'
import { questionAt } from '../survey/questionnaire.ts'
import { answersOf, documentOf, withAnswers, type Path } from '../survey/path.ts'

const VISIT_DATE = '2026-11-23'
const { known } = listedHousehold('Aminah')
const complete = completeSurvey(known)
const [head = '', child = ''] = Object.keys(known.members)

const paths = (document: SurveyDocument, level?: string) =>
  findingsOf(document, known, VISIT_DATE)
    .filter((finding) => !level || finding.level === level)
    .map(({ path }) => path)
const having = (...answers: [Path, string | null][]) => withAnswers(complete, answers)

test('a whole survey has no findings', () => {
  expect(findingsOf(complete, known, VISIT_DATE)).toEqual([])
  expect(completenessOf(complete, VISIT_DATE, findingsOf(complete, known, VISIT_DATE))).toBe(1)
})

test('a house of which only the place and the visit are known is less than half done', () => {
  const begun = documentOf(
    [...answersOf(complete)].filter(([path]) => path.startsWith('visits/') || path.startsWith('location/')),
  )
  // The result and four answers of the place; a member and seven answers of the dwelling are missing.
  expect(completenessOf(begun, VISIT_DATE, findingsOf(begun, EMPTY_DOCUMENT, VISIT_DATE))).toBeCloseTo(5 / 13)
})

test('what the server asks is whether there is an error among the findings, whatever was left out', () => {
  const whole = fillSurvey(known)
  const answered = [...answersOf(whole).keys()]
  for (const document of [EMPTY_DOCUMENT, complete, whole, having([`members/${head}/nik`, '123'])]) {
    expect(hasNoError(document, known, VISIT_DATE)).toBe(isComplete(findingsOf(document, known, VISIT_DATE)))
  }
  const without = answered.map((path) => withAnswers(whole, [[path, null]]))
  expect(without.map((document) => hasNoError(document, known, VISIT_DATE))).toEqual(
    without.map((document) => isComplete(findingsOf(document, known, VISIT_DATE))),
  )
})

test('an empty one asks for the visit first', () => {
  expect(paths(EMPTY_DOCUMENT)).toContain('visits')
  expect(isComplete(findingsOf(EMPTY_DOCUMENT, known, VISIT_DATE))).toBe(false)
})

test('a household that was not met needs no more than the result and its place', () => {
  const moved = documentOf([
    ...[...answersOf(complete)].filter(
      ([path]) => path.startsWith('visits/') || path.startsWith('location/'),
    ),
    ['visits/01900000-0000-7000-8000-0000000000a1/result', 'pindah'],
  ])
  expect(paths(moved)).toEqual([])
})

test('each listed member must be settled: confirmed, changed or removed', () => {
  const forgotten = withAnswers(
    complete,
    [...answersOf(complete).keys()]
      .filter((path) => path.startsWith(`members/${child}/`))
      .map((path) => [path, null]),
  )
  expect(paths(forgotten)).toEqual([`members/${child}`])
  expect(paths(having([`members/${child}/removed`, 'pindah']))).toEqual([])
})

test('power is asked for only with a meter', () => {
  expect(paths(having(['dwelling/powerWatt', null]))).toEqual(['dwelling/powerWatt'])
  expect(paths(having(['dwelling/powerWatt', null], ['dwelling/powerSource', 'bukan_listrik']))).toEqual([])
})

test('NIK, birth date and sex check each other, as warnings', () => {
  expect(paths(having([`members/${head}/birthDate`, '1980-03-11']), 'warning')).toEqual([
    `members/${head}/birthDate`,
  ])
  expect(paths(having([`members/${head}/sex`, 'L']), 'warning')).toEqual([`members/${head}/sex`])
  expect(paths(having([`members/${head}/nik`, '9999995003809001']), 'warning')).toEqual([
    `members/${head}/nik`,
  ])
})

test.each(['123', '3273012902010001', '3273015003800000'])('a NIK %s blocks submission', (nik) => {
  expect(paths(having([`members/${head}/nik`, nik]), 'error')).toEqual([`members/${head}/nik`])
})

test('a missing NIK needs a reason', () => {
  expect(paths(having([`members/${head}/nik`, null]))).toEqual([`members/${head}/nik`])
  expect(
    paths(having([`members/${head}/nik`, null], [`members/${head}/nikMissing`, 'dokumen_hilang'])),
  ).toEqual([])
})

test('two members with one NIK, two heads and a birth after the visit block submission', () => {
  const nik = known.members[head]?.nik ?? null
  expect(paths(having([`members/${child}/nik`, nik]), 'error')).toEqual([
    `members/${head}/nik`,
    `members/${child}/nik`,
  ])
  expect(paths(having([`members/${child}/relationship`, 'kepala']), 'error')).toHaveLength(2)
  expect(paths(having([`members/${child}/birthDate`, '2026-11-24']), 'error')).toEqual([
    `members/${child}/birthDate`,
  ])
})

const [family = ''] = Object.keys(known.families)
const SECOND = '01900000-0000-7000-8000-0000000000f2'
const VISIT = Object.keys(complete.visits)[0] ?? ''
/** Findings of whole families, in the questionnaire that asks for several. */
const familyFindings = (...answers: [Path, string | null][]) =>
  findingsOf(withAnswers(having(...answers), [[`visits/${VISIT}/form`, 2]]), known, VISIT_DATE).filter(
    ({ path }) => /^(families|members)(\/[^/]+)?$/.test(path),
  )

test('each family that has members needs a head of its own', () => {
  expect(familyFindings()).toEqual([])
  expect(familyFindings([`members/${child}/family`, SECOND])).toMatchObject([
    { path: `families/${SECOND}`, key: 'no-head', level: 'error' },
  ])
  expect(
    familyFindings([`members/${child}/family`, SECOND], [`members/${child}/relationship`, 'kepala']),
  ).toEqual([])
  expect(familyFindings([`members/${head}/relationship`, 'anak'])).toMatchObject([
    { path: `families/${family}`, key: 'no-head' },
  ])
})

test('a listed head who is not settled yet is no missing head', () => {
  const { [head]: _, ...settled } = complete.members
  const document = withAnswers({ ...complete, members: settled }, [[`visits/${VISIT}/form`, 2]])
  const found = findingsOf(document, known, VISIT_DATE)
  expect(found.map(({ path }) => path)).toContain(`members/${head}`)
  expect(found.map(({ key }) => key)).not.toContain('no-head')
})

test('in the first questionnaire one head is enough for the household', () => {
  expect(paths(having([`members/${child}/family`, SECOND]))).toEqual([])
  expect(paths(having([`members/${head}/relationship`, 'anak']))).toEqual(['members'])
})

test('a family with a card but without members is a mistake, unless it was removed or is not settled', () => {
  const card: [Path, string] = [`families/${SECOND}/kk`, '3273012304100002']
  expect(familyFindings(card)).toMatchObject([{ path: `families/${SECOND}`, key: 'no-members' }])
  expect(familyFindings([`families/${SECOND}/aid`, null])).toEqual([])
  expect(familyFindings(card, [`families/${SECOND}/removed`, 'digabung'])).toEqual([])
  const waiting = { ...known, members: { ...known.members, m9: { family: SECOND, name: 'Citra' } } }
  const found = findingsOf(withAnswers(having(card), [[`visits/${VISIT}/form`, 2]]), waiting, VISIT_DATE)
  expect(found.map(({ path }) => path)).toContain('members/m9')
  expect(found.map(({ key }) => key)).not.toContain('no-members')
})

test('help is asked of a family that somebody lives in', () => {
  const asked = (document: SurveyDocument) =>
    findingsOf(document, known, VISIT_DATE)
      .map(({ path }) => path)
      .filter((path) => path.endsWith('/aid'))
  const second = withAnswers(complete, [
    [`visits/${VISIT}/form`, 2],
    [`families/${SECOND}/order`, 2],
  ])
  expect(asked(second)).toEqual([`families/${family}/aid`])
  expect(asked(withAnswers(second, [[`members/${child}/family`, SECOND]]))).toHaveLength(2)
})

test('a problem of the wrong age warns at the visit date; one of the wrong kind of subject blocks', () => {
  const problem = 'problems/01900000-0000-7000-8000-0000000000b1'
  const recorded = (code: string, subject: string) =>
    having([`${problem}/code`, code], [`${problem}/subject`, subject], [`${problem}/severity`, 'berat'])
  expect(paths(recorded('ppks.lansia_telantar', `member:${head}`), 'warning')).toEqual([`${problem}/code`])
  expect(paths(recorded('ppks.disabilitas', `member:${head}`))).toEqual([])
  expect(paths(recorded('ppks.disabilitas', 'household'), 'error')).toEqual([`${problem}/code`])
  expect(paths(recorded('ppks.fakir_miskin', 'household'))).toEqual([])
})

const AGAIN = '01900000-0000-7000-8000-0000000000a2'
/** A second, whole visit after whatever the first one left. */
function visitedAgain(first: readonly (readonly [string, string | null])[]): SurveyDocument {
  const whole = fillSurvey(known)
  const [visit = ''] = Object.keys(whole.visits)
  const second = [...answersOf(whole)]
    .filter(([path]) => path.startsWith('visits/'))
    .map(([path, answer]) => [path.replace(visit, AGAIN), path.endsWith('/order') ? 2 : answer] as const)
  return withAnswers(whole, [
    ...first.map(([field, to]) => [`visits/${visit}/${field}`, to] as const),
    ...second,
  ])
}

test.each([
  ['a closed door without a day', [['result', 'tidak_di_rumah']]],
  ['no word on who answered', [['respondent', null]]],
  ['a refusal without its reason', [['result', 'menolak']]],
  [
    'nothing but a note',
    [
      ['result', null],
      ['respondent', null],
    ],
  ],
] as const)('an earlier visit that left %s stands in nobody’s way', (_, first) => {
  const document = visitedAgain(first)
  const errors = findingsOf(document, known, VISIT_DATE).filter(({ level }) => level === 'error')
  expect(errors).toEqual([])
})

test('who was completed and is not found the next time: the answers would stay behind, so it asks', () => {
  const document = withAnswers(visitedAgain([]), [[`visits/${AGAIN}/result`, 'tidak_ditemukan']])
  const finding = findingsOf(document, known, VISIT_DATE).find(({ key }) => key === 'after-completed')
  expect(finding).toMatchObject({ path: `visits/${AGAIN}/result`, level: 'warning' })
})

test('two heads of one family are seen, whether or not they name it', () => {
  const [first = '', second = ''] = Object.keys(known.members)
  const heads = withAnswers(fillSurvey(known), [
    [`members/${first}/relationship`, 'kepala'],
    [`members/${second}/relationship`, 'kepala'],
    [`members/${second}/family`, null],
  ])
  const said = findingsOf(heads, known, VISIT_DATE).filter(({ key }) => key === 'one-head')
  expect(said.map(({ path }) => path)).toEqual([
    `members/${first}/relationship`,
    `members/${second}/relationship`,
  ])
})

test.each([0, 0.5, -3, 1e300])('a version %d that never was makes no survey whole', (form) => {
  const [visit = ''] = Object.keys(complete.visits)
  const document = withAnswers(complete, [[`visits/${visit}/form`, form]])
  expect(isComplete(findingsOf(document, known, VISIT_DATE))).toBe(false)
  const question = questionAt(`visits/${visit}/form`)
  expect(question && isAnswerOf(question, form)).toBe(false)
})

test('a problem without a need warns, until a service is named, or that nobody knows it yet', () => {
  const problem = 'problems/01900000-0000-7000-8000-0000000000b1'
  const recorded = withAnswers(fillSurvey(known), [
    [`${problem}/order`, 1],
    [`${problem}/subject`, 'household'],
    [`${problem}/code`, 'kota.kebutuhan_pangan'],
    [`${problem}/severity`, 'berat'],
  ])
  const needs = (document: SurveyDocument) =>
    findingsOf(document, known, VISIT_DATE).filter(({ path }) => path === `${problem}/needs`)
  expect(needs(recorded)).toMatchObject([{ key: 'need', level: 'warning' }])
  for (const answer of [['jaminan'], ['tidak_tahu']])
    expect(needs(withAnswers(recorded, [[`${problem}/needs`, answer]]))).toEqual([])
  expect(needs(withAnswers(recorded, [[`${problem}/needs`, ['jaminan', 'tidak_tahu']]]))).toMatchObject([
    { key: 'alone', level: 'error' },
  ])
  expect(needs(withAnswers(recorded, [[`${problem}/removed`, 'batal']]))).toEqual([])
  const [visit = ''] = Object.keys(recorded.visits)
  expect(needs(withAnswers(recorded, [[`visits/${visit}/form`, 2]]))).toEqual([])
})
