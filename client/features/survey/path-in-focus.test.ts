import { expect, test } from 'vitest'
import { pathInFocus } from './path-in-focus.ts'

const MEMBER = 'members/01900000-0000-7000-8000-000000000001'

test.each([
  ['dwelling/floor', 'dwelling/floor'],
  ['dwelling/floor-tanah', 'dwelling/floor'],
  [`${MEMBER}/birthDate`, `${MEMBER}/birthDate`],
  [`${MEMBER}/birthDate-year`, `${MEMBER}/birthDate`],
  [MEMBER, null],
  ['search', null],
  ['', null],
])('%s belongs to %s', (id, path) => {
  expect(pathInFocus(id)).toBe(path)
})
