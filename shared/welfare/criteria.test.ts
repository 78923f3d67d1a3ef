import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryVisit, BEGUN } from '../../tests/support/arbitrary-visits.ts'
import type { Answer } from '../survey/document.ts'
import { documentOf, withAnswers, type Path } from '../survey/path.ts'
import { answersBehind, CRITERIA, criteriaMet } from './criteria.ts'

const HEAD = '01900000-0000-7000-8000-000000000001'
type Case = readonly [key: string, expected: boolean | null, answers: Readonly<Record<Path, Answer>>]

const CASES: readonly Case[] = [
  ['shelter', true, { 'economy/shelter': 'tidak' }],
  ['shelter', false, { 'economy/shelter': 'ya' }],
  ['shelter', null, { 'economy/shelter': 'tidak_tahu' }],
  ['income', true, { 'economy/steadyIncome': 'tidak' }],
  ['income', true, { [`members/${HEAD}/relationship`]: 'kepala', [`members/${HEAD}/worked`]: 'tidak' }],
  [
    'income',
    false,
    {
      [`members/${HEAD}/relationship`]: 'anak',
      [`members/${HEAD}/worked`]: 'tidak',
      'economy/steadyIncome': 'ya',
    },
  ],
  ['income', null, { [`members/${HEAD}/relationship`]: 'kepala', [`members/${HEAD}/worked`]: 'ya' }],
  ['hunger', true, { 'economy/hunger': 'ya' }],
  ['hunger', false, { 'economy/hunger': 'tidak' }],
  ['hunger', null, { 'economy/hunger': 'menolak' }],
  ['food', true, { 'economy/spending': 1000, 'economy/foodSpending': 501 }],
  ['food', false, { 'economy/spending': 1000, 'economy/foodSpending': 500 }],
  // Both sums speak louder than an answer that was given before they were known.
  ['food', false, { 'economy/spending': 1000, 'economy/foodSpending': 500, 'economy/foodIsMost': 'ya' }],
  ['food', true, { 'economy/spending': 'tidak_tahu', 'economy/foodIsMost': 'ya' }],
  ['food', null, { 'economy/spending': 1000 }],
  ['clothes', true, { 'economy/clothes': 'tidak' }],
  ['clothes', false, { 'economy/clothes': 'ya' }],
  ['floor', true, { 'dwelling/floor': 'tanah' }],
  ['floor', true, { 'dwelling/floor': 'semen_bata' }],
  ['floor', false, { 'dwelling/floor': 'keramik' }],
  ['wall', true, { 'dwelling/wall': 'anyaman_bambu' }],
  ['wall', false, { 'dwelling/wall': 'tembok' }],
  ['toilet', true, { 'dwelling/toilet': 'bersama' }],
  ['toilet', true, { 'dwelling/toilet': 'mck_komunal' }],
  ['toilet', true, { 'dwelling/toilet': 'mck_umum' }],
  ['toilet', true, { 'dwelling/toilet': 'tidak_ada' }],
  ['toilet', false, { 'dwelling/toilet': 'sendiri' }],
  ['toilet', false, { 'dwelling/toilet': 'ada_tidak_dipakai' }],
  ['power', true, { 'dwelling/powerSource': 'bukan_listrik' }],
  ['power', true, { 'dwelling/powerSource': 'pln_meteran', 'dwelling/powerWatt': '450' }],
  ['power', false, { 'dwelling/powerSource': 'pln_meteran', 'dwelling/powerWatt': '900' }],
  ['power', false, { 'dwelling/powerSource': 'non_pln', 'dwelling/powerWatt': '450' }],
  ['power', null, { 'dwelling/powerSource': 'pln_meteran' }],
  ['power', null, { 'dwelling/powerSource': 'pln_tanpa_meteran' }],
]

test.each(CASES)('%s: %s of %o', (key, expected, answers) => {
  const criterion = CRITERIA.find((each) => each.key === key)
  expect(criterion?.isMet(documentOf([...BEGUN, ...Object.entries(answers)]))).toBe(expected)
})

test('there are nine, each tried both ways, and nothing says nothing', () => {
  expect(CRITERIA).toHaveLength(9)
  for (const { key, isMet } of CRITERIA) {
    expect(isMet(documentOf(BEGUN))).toBeNull()
    const tried = CASES.filter(([of]) => of === key).map(([, expected]) => expected)
    expect(tried).toEqual(expect.arrayContaining([true, false]))
  }
})

test('a criterion that is met shows answers that are there, and without them none of these speaks', () => {
  fc.assert(
    fc.property(arbitraryVisit, (document) => {
      for (const criterion of criteriaMet(document)) {
        const behind = answersBehind(criterion, document)
        expect(behind).not.toEqual([])
        const without = withAnswers(
          document,
          behind.map((path) => [path, null]),
        )
        // Another answer may say the same.
        const left = answersBehind(criterion, without)
        expect(criterion.isMet(without) === true && left.length === 0).toBe(false)
        for (const path of left) expect(behind).not.toContain(path)
      }
    }),
  )
})
