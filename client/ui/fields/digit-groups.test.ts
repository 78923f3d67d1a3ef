import { expect, test } from 'vitest'
import { caretAfter, groupDigits, ungroupDigits } from './digit-groups.ts'

test('a NIK is written in groups of four and read back whole', () => {
  expect(groupDigits('3273051204950003')).toBe('3273 0512 0495 0003')
  expect(groupDigits('32730')).toBe('3273 0')
  expect(groupDigits('3273')).toBe('3273')
  expect(ungroupDigits('3273 0512-0495.0003 ')).toBe('3273051204950003')
})

test('what is no number stays as typed', () => {
  expect(groupDigits('3.27305E+15')).toBe('3.27305E+15')
  expect(ungroupDigits('3,27305E+15')).toBe('3,27305E+15')
})

test('the caret stays behind the digit that was typed', () => {
  for (let count = 0; count <= 16; count++) {
    const digits = '1234567890123456'.slice(0, count)
    expect(caretAfter(count)).toBe(groupDigits(digits).length)
  }
})
