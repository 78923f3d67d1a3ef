import { expect, test } from 'vitest'
import { ORDINARY_PROBLEMS } from '../../shared/catalogue/problem-catalogue.ts'
import { EMPTY_DOCUMENT, type SurveyDocument } from '../../shared/survey/document.ts'
import { problemChoices, problemsOfOthers } from './problem-choices.ts'

const survey = (subject: string): SurveyDocument => ({
  ...EMPTY_DOCUMENT,
  members: { m1: { name: 'Bayu', birthDate: '2024-05-01', sex: 'L' } },
  problems: { p1: { subject } },
})
const codes = (document: SurveyDocument) => {
  const { suggested, others } = problemChoices(document, 'p1', '2026-11-23')
  return { suggested: suggested.map(({ code }) => code), others: others.map(({ code }) => code) }
}

test('what fits age and sex is suggested, the rest of that kind stays possible', () => {
  const { suggested, others } = codes(survey('member:m1'))
  expect(suggested).toContain('ppks.balita_telantar')
  expect(others).toContain('ppks.lansia_telantar')
  expect(suggested).not.toContain('kota.rumah_tidak_layak')
  expect(others).not.toContain('kota.rumah_tidak_layak')
})

test('a household has the household’s problems', () => {
  const { suggested, others } = codes(survey('household'))
  expect(suggested).toEqual(expect.arrayContaining(['kota.rumah_tidak_layak', 'ppks.bencana_alam']))
  expect([...suggested, ...others]).not.toContain('ppks.disabilitas')
})

test.each(['ppks.odha', 'ppks.trafficking', 'ppks.abh', 'ppks.korban_kekerasan', 'ppks.kbsp', 'ppks.kat'])(
  'restricted and community types are offered to nobody: %s',
  (code) => {
    for (const subject of ['member:m1', 'household']) {
      const { suggested, others } = codes(survey(subject))
      expect([...suggested, ...others]).not.toContain(code)
    }
  },
)

test('in the place of a suggestion, the suggested problem is not offered', () => {
  const household = survey('household')
  const replacing = (answers: object) => ({
    ...household,
    problems: { p1: { subject: 'household', rule: 'floor', ...answers } },
  })
  expect(codes(replacing({ changedWhy: 'air' })).suggested).not.toContain('kota.rumah_tidak_layak')
  expect(codes(replacing({ code: 'kota.rumah_tidak_layak' })).suggested).toContain('kota.rumah_tidak_layak')
})

test('what is recorded for the same subject is not offered again, unless it was withdrawn', () => {
  const document = survey('member:m1')
  const other = { subject: 'member:m1', code: 'kota.alat_bantu' }
  const twice = { ...document, problems: { ...document.problems, p2: other } }
  expect(codes(twice).suggested).not.toContain('kota.alat_bantu')
  const withdrawn = { ...document, problems: { ...document.problems, p2: { ...other, removed: 'batal' } } }
  expect(codes(withdrawn).suggested).toContain('kota.alat_bantu')
})

test('what a search finds of another kind of subject is of neither this one nor both', () => {
  const all = (subject: string) => problemsOfOthers(survey(subject), 'p1', (problems) => problems)
  const kinds = (subject: string) => new Set(all(subject).found.map((problem) => problem.subject))
  expect(all('member:m1').ofHousehold).toBe(true)
  expect(kinds('member:m1')).toEqual(new Set(['household']))
  expect(all('household').ofHousehold).toBe(false)
  expect(kinds('household')).toEqual(new Set(['member']))
  expect(ORDINARY_PROBLEMS).toEqual(expect.arrayContaining([...all('household').found]))
})
