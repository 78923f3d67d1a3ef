import { expect, test } from 'vitest'
import { isTallRow } from './row-height.ts'
import { cardAt } from './testing/card.ts'

test('a row is tall where its detail takes two lines on a narrow phone', () => {
  expect(isTallRow(cardAt('a'))).toBe(false)
  expect(isTallRow({ ...cardAt('a'), address: 'GG. H. SOBARI II NO. 123 BLOK C' })).toBe(true)
  expect(isTallRow({ ...cardAt('a'), added: true })).toBe(true)
  expect(isTallRow(cardAt('a', { state: 'returned' }))).toBe(true)
})
