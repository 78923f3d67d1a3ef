import { expect, test } from 'vitest'
import type { Finding } from '../../../shared/review/findings.ts'
import { asShown, nextOpen, placeOfFinding } from './finding-places.ts'

const open = (path: string): Finding => ({
  path,
  kind: 'missing',
  key: 'missing',
  level: 'error',
  text: { id: 'Belum diisi', en: 'Not answered yet' },
  confirmed: null,
})

test('what is open next is the rest of the open card, then the others as they stand on the screen', () => {
  const found = [
    open('members/m2'),
    open('families/f1/aid'),
    open('members/m3/name'),
    open('members/m1/sex'),
    open('members/m3/sex'),
    open('dwelling/floor'),
  ]
  const shown = ['f1', 'm1', 'm2', 'm3']
  const next = (id: string | null, entry: string | null) =>
    nextOpen(found, { id, step: 'members', entry }, shown)?.id
  expect(next(null, null)).toBe('families/f1/aid')
  expect(next('members/m3/nik', 'm3')).toBe('members/m3/name')
  expect(next('families/f1/aid', 'f1')).toBe('members/m1/sex')
  expect(next('members/m1/sex', 'm1')).toBe('members/m2')
  expect(next('members/m2', null)).toBe('members/m3/name')
  expect(next('members/m3/sex', 'm3')).toBe('dwelling/floor')
  expect(next('dwelling/floor', null)).toBe('families/f1/aid')
})

test('problems come as they stand on the screen, all of one before the next; what has no entry yet before them', () => {
  const found = [
    open('problems/p1/code'),
    open('problems/p2/code'),
    open('problems/p1/severity'),
    {
      ...open('suggestions/household/floor'),
      kind: 'check' as const,
      key: 'suggestion',
      level: 'warning' as const,
    },
  ]
  const seen: (string | undefined)[] = []
  let place = nextOpen(found, { id: null, step: 'problems', entry: null }, ['p2', 'p1'])
  while (place && !seen.includes(place.id)) {
    seen.push(place.id)
    place = nextOpen(found, { ...place }, ['p2', 'p1'])
  }
  expect(seen).toEqual([
    'suggestions/household/floor',
    'problems/p2/code',
    'problems/p1/code',
    'problems/p1/severity',
  ])
})

test('all that keeps a survey from being submitted comes in its turn: what is only odd on the last page', () => {
  const warning = (path: string, key: string): Finding => ({
    ...open(path),
    kind: 'check',
    level: 'warning',
    key,
  })
  const confirmed = { ...warning('members/m1/sex', 'nik-sex'), confirmed: 'sesuai akta' }
  const found = [
    warning('members/m1/birthDate', 'nik-birth'),
    confirmed,
    { ...warning('members/m1/nik', 'format'), level: 'error' as const },
    warning('problems/p1', 'known-problem'),
    warning('suggestions/household/floor', 'suggestion'),
    { ...open('attachments/rumah_depan'), key: 'photo', level: 'warning' as const },
  ]
  const seen: string[] = []
  let place = nextOpen(found, { id: null, step: 'visit', entry: null }, ['m1'])
  while (place && !seen.includes(place.id)) {
    seen.push(place.id)
    place = nextOpen(found, { ...place }, ['m1'])
  }
  expect(seen).toEqual([
    'members/m1/nik',
    'problems/p1',
    'suggestions/household/floor',
    'attachments/rumah_depan',
    'confirm-members/m1/birthDate-nik-birth-title',
  ])
  expect(placeOfFinding(found[0] as Finding)).toMatchObject({ step: 'check', entry: null })
  expect(nextOpen([confirmed], { id: null, step: 'visit', entry: null }, [])).toBeNull()
})

test('what is missing stands together by person, in the questionnaire’s order for each', () => {
  const found = ['members/m1/nik', 'members/m2/nik', 'economy/spending', 'members/m1/sex', 'members/m2/sex']
  expect(asShown(found.map(open), ['f1', 'm2', 'm1']).map(({ path }) => path)).toEqual([
    'members/m2/nik',
    'members/m2/sex',
    'members/m1/nik',
    'members/m1/sex',
    'economy/spending',
  ])
})
