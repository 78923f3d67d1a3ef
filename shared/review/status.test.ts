import { expect, test } from 'vitest'
import { SURVEY_STATUSES, statusAfter, statusAfterEdit } from './status.ts'

test('[R6] no answer changes an approved or rejected survey without another look', () => {
  expect(statusAfterEdit('approved')).toBe('in-review')
  expect(statusAfterEdit('rejected')).toBe('in-review')
  expect(statusAfterEdit('returned')).toBe('draft')
})

test('a folded survey takes no command at all', () => {
  for (const kind of ['submit', 'approve', 'return', 'reject', 'reopen', 'resolve'] as const) {
    expect(statusAfter('folded', kind)).toBeNull()
  }
})

test('only what was submitted can be approved or returned', () => {
  const open = SURVEY_STATUSES.filter((status) => statusAfter(status, 'approve') !== null)
  expect(open).toEqual(['submitted', 'in-review'])
  expect(SURVEY_STATUSES.filter((status) => statusAfter(status, 'return') !== null)).toEqual(open)
})
