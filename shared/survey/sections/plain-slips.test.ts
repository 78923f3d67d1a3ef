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
  [
    'economy/debtAmount',
    { economy: { debtAmount: 999_999_999 } },
    { economy: { debtAmount: 1_000_000_000 } },
  ],
  ['dwelling/floorArea', { dwelling: { floorArea: 999 } }, { dwelling: { floorArea: 1000 } }],
  ['assets/kambingDomba', { assets: { kambingDomba: 9999 } }, { assets: { kambingDomba: 10_000 } }],
])('much, at %s, is asked about and refuses nothing', (path, usual, much) => {
  const asked: Partial<SurveyDocument> = { assets: { hasLivestock: 'ya' }, economy: { debts: ['warung'] } }
  const oddIn = (answers: Partial<SurveyDocument>) =>
    findingsOf(
      {
        ...visited,
        dwelling: { ...answers.dwelling },
        assets: { ...asked.assets, ...answers.assets },
        economy: { ...asked.economy, ...answers.economy },
      },
      EMPTY_DOCUMENT,
      '2026-11-23',
    ).find((finding) => finding.path === path && finding.kind === 'check')
  expect(oddIn(usual)).toBeUndefined()
  expect(oddIn(much)).toMatchObject({ key: 'very-much', level: 'warning' })
})

test('nobody has a negative number of goats, nor a floor of nothing', () => {
  expect(found({ assets: { hasLivestock: 'ya', kambingDomba: -1 } })).toContain('assets/kambingDomba range')
  expect(found({ dwelling: { floorArea: 0 } })).toContain('dwelling/floorArea range')
})

test.each([
  ['1916-11-23', false],
  ['1915-11-24', false],
  ['1915-11-23', true],
])('of somebody born on %s it is asked whether they are that old: %o', (birthDate, isAsked) => {
  expect(found({ members: { m1: { birthDate } } }).includes('members/m1/birthDate very-old')).toBe(isAsked)
})

test.each([
  ['ppks.prse', 'L', true],
  ['ppks.prse', 'P', false],
  ['ppks.disabilitas', 'L', false],
])('a problem of %s and a person of sex %s: odd is %o', (code, sex, isOdd) => {
  const answers = {
    members: { m1: { sex: sex as 'L' | 'P' } },
    problems: { p1: { order: 1, subject: 'member:m1', code } },
  }
  expect(found(answers).includes('problems/p1/code sex')).toBe(isOdd)
})

test.each([
  ['2026-11', false],
  ['2026', false],
  ['2026-12', true],
  ['2027', true],
])('a problem since %s, seen on 23 November 2026, lies ahead: %o', (since, isAhead) => {
  const problems = { p1: { order: 1, subject: 'household', code: 'kota.tanpa_jamban', since } }
  expect(found({ problems }).includes('problems/p1/since future')).toBe(isAhead)
})

test.each([
  ['sendiri', true],
  ['bersama', true],
  ['mck_komunal', true],
  ['mck_umum', false],
  ['ada_tidak_dipakai', false],
  ['tidak_ada', false],
])('of the toilet %s its closet and its sewage are asked: %o', (toilet, areAsked) => {
  const missing = findingsOf({ ...visited, dwelling: { toilet } }, EMPTY_DOCUMENT, '2026-11-23')
    .filter(({ kind }) => kind === 'missing')
    .map(({ path }) => path)
  for (const path of ['dwelling/closet', 'dwelling/sewage']) {
    expect([path, missing.includes(path)]).toEqual([path, areAsked])
  }
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

test.each([
  ['member:m1', '2009', true],
  ['member:m1', '2010-01', false],
  ['household', '1950', false],
])('a problem of %s since %s', (subject, since, isOdd) => {
  const members = { m1: { order: 1, birthDate: '2010-05-04' } }
  const told = found({ members, problems: { p1: { order: 1, subject, since } } })
  expect(told.includes('problems/p1/since before-birth')).toBe(isOdd)
})
