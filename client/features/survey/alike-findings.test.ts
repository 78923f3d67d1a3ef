import { expect, test } from 'vitest'
import type { Finding } from '../../../shared/review/findings.ts'
import { alikeOnce } from './alike-findings.ts'

const warning = (path: string, key: string, said: string): Finding => ({
  path,
  kind: 'check',
  key,
  level: 'warning',
  text: { id: said, en: said },
  confirmed: null,
})

test('what is suggested for several alike is said once; what wants a reason of its own is not put together', () => {
  const found = [
    warning('suggestions/member:m1/insurance', 'suggestion', 'tanpa jaminan'),
    warning('members/m1/birthDate', 'nik-birth', 'berbeda dengan NIK'),
    warning('members/m2/birthDate', 'nik-birth', 'berbeda dengan NIK'),
    warning('suggestions/member:m2/insurance', 'suggestion', 'tanpa jaminan'),
    warning('suggestions/member:m3/insurance', 'suggestion', 'tidak aktif'),
    warning('problems/p1', 'known-problem', 'masih ada?'),
    warning('problems/p2', 'known-problem', 'masih ada?'),
  ]
  expect(alikeOnce(found).map(([{ path }, others]) => `${path} +${others}`)).toEqual([
    'suggestions/member:m1/insurance +1',
    'members/m1/birthDate +0',
    'members/m2/birthDate +0',
    'suggestions/member:m3/insurance +0',
    'problems/p1 +0',
    'problems/p2 +0',
  ])
})
