import { expect, test } from 'vitest'
import { findingsOf } from '../../review/findings.ts'
import { EMPTY_DOCUMENT, type SurveyDocument } from '../document.ts'
import { FORM_VERSION } from '../form-version.ts'

const visited: SurveyDocument = {
  ...EMPTY_DOCUMENT,
  visits: { v1: { order: 1, at: '2026-11-23T02:00:00Z', result: 'selesai', form: FORM_VERSION } },
}

const found = (answers: Partial<SurveyDocument>) =>
  findingsOf({ ...visited, ...answers }, EMPTY_DOCUMENT, '2026-11-23')
    .filter(({ kind }) => kind === 'check')
    .map(({ path, key }) => `${path} ${key}`)

test('a name needs letters', () => {
  expect(found({ members: { m1: { name: '123' } } })).toContain('members/m1/name letters')
  expect(found({ members: { m1: { name: "Ma'mun" } } })).not.toContain('members/m1/name letters')
})

test('a card is of one family alone, until one of two was removed', () => {
  const kk = '3273012304100001'
  const said = 'families/f1/kk twice-here'
  expect(found({ families: { f1: { order: 1, kk }, f2: { order: 2, kk } } })).toContain(said)
  expect(found({ families: { f1: { kk }, f2: { kk, removed: 'digabung' } } })).not.toContain(said)
})

test('who keeps livestock has at least one animal', () => {
  const said = 'assets/hasLivestock none-counted'
  expect(found({ assets: { hasLivestock: 'ya', sapi: 0 } })).toContain(said)
  expect(found({ assets: { hasLivestock: 'ya', sapi: 1 } })).not.toContain(said)
})

test('a month of next to nothing is asked about', () => {
  expect(found({ economy: { spending: 49_999 } })).toContain('economy/spending very-little')
  expect(found({ economy: { spending: 50_000 } })).not.toContain('economy/spending very-little')
})

test.each([
  ['2026-11-22', 'past'],
  ['2026-11-23', null],
  ['2027-02-23', null],
  ['2027-02-24', 'far'],
  ['2126-11-24', 'far'],
])('a day to come again of %s, from the day of the visit: %o', (revisitOn, key) => {
  const at = '2026-11-22T23:30:00Z'
  const visits = { v1: { order: 1, at, result: 'tidak_di_rumah', form: FORM_VERSION, revisitOn } }
  expect(found({ visits })).toEqual(key === null ? [] : [`visits/v1/revisitOn ${key}`])
})

test('of an earlier visit nobody asks whether its day to come again was far away', () => {
  const earlier = { order: 1, at: '2026-11-01T02:00:00Z', result: 'tidak_di_rumah', revisitOn: '2027-11-24' }
  expect(
    found({ visits: { v1: { ...earlier, form: FORM_VERSION }, v2: { order: 2, result: 'selesai' } } }),
  ).not.toContain('visits/v1/revisitOn far')
})
