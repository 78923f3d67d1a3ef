import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  caretBehind,
  heldQuantity,
  plainOf,
  readQuantity,
  showQuantity,
  tidyQuantity,
} from './quantity-text.ts'

const sums = fc.integer({ min: 0, max: 999_999_999_999_999 })
const measures = fc.integer({ min: 0, max: 99_999_999 }).map((hundredths) => hundredths / 100)

const readBack = (text: string, decimals = 0, isPasted = false) =>
  readQuantity(tidyQuantity(text, decimals, isPasted), decimals)

/** Types a text key by key at the end of what the field shows. */
const typeInto = (shown: string, keys: string, decimals = 0) =>
  [...keys].reduce((before, key) => showQuantity(tidyQuantity(before + key, decimals)), shown)

/** What a text makes that is typed key by key into an empty field. */
const typed = (keys: string, decimals = 0) => readBack(typeInto('', keys, decimals), decimals)

test.each([
  'Rp 1.250.000,00',
  'Rp1.250.000',
  'rp. 1.250.000',
  '1,250,000',
  '1,250,000.00',
  '1250000',
  '1.250.000',
  ' 1 250 000 ',
  '1250000,0',
])('pasted %j is a million and a quarter', (text) => {
  expect(readBack(text, 0, true)).toEqual({ kind: 'number', number: 1_250_000 })
})

test.each([
  ['36,5', 36.5],
  ['36.5', 36.5],
  ['1.250', 1250],
  ['1,250', 1250],
  ['1.250,75', 1250.75],
  ['1,250.75', 1250.75],
])('pasted %s is %d m²', (text, number) => {
  expect(readBack(text, 2, true)).toEqual({ kind: 'number', number })
})

test('thousands are told apart while typing, and a point is a comma where decimals are asked for', () => {
  expect(typeInto('', '1250000')).toBe('1.250.000')
  expect(typeInto('1.250', '5')).toBe('12.505')
  expect(typeInto('', '36.5', 1)).toBe('36,5')
  expect(typeInto('', '1250,75')).toBe('1.250,75')
  // The last digit was deleted.
  expect(showQuantity(tidyQuantity('1.250.00', 0))).toBe('125.000')
})

test('a sum is typed the way that people write it', () => {
  const prefix = fc.constantFrom('', 'Rp', 'Rp ', 'rp. ', 'Rp.')
  const separator = fc.constantFrom('', '.', ' ')
  const zeros = fc.constantFrom('', ',', ',0', ',00')
  fc.assert(
    fc.property(prefix, sums, separator, zeros, (before, number, between, behind) => {
      const text = before + String(number).replace(/\B(?=(\d{3})+$)/g, between) + behind
      expect(typed(text)).toEqual({ kind: 'number', number })
    }),
  )
})

test('a typed comma never makes another number, with decimals or without', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[1-9]\d{0,8}$/),
      fc.array(fc.stringMatching(/^\d{0,4}$/), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(0, 1, 2),
      (whole, parts, decimals) => {
        const reading = typed([whole, ...parts].join(','), decimals)
        const meant = { kind: 'number', number: Number(`${whole}.${parts[0] ?? ''}`) }
        const isRefused = reading.kind === 'too-exact' || reading.kind === 'no-number'
        expect(isRefused ? meant : reading).toEqual(meant)
        expect(parts.length === 1 || reading.kind === 'no-number').toBe(true)
      },
    ),
  )
  expect(typed('1.250,50')).toEqual({ kind: 'too-exact' })
  expect(typed('1,250')).toEqual({ kind: 'too-exact' })
  expect(typed('1,000')).toEqual({ kind: 'too-exact' })
  expect(typed('1.000', 2)).toEqual({ kind: 'too-exact' })
  expect(typed('1,250,000')).toEqual({ kind: 'no-number' })
})

test('what is shown reads back to the same number', () => {
  fc.assert(
    fc.property(fc.oneof(sums, measures), fc.boolean(), (number, isPasted) => {
      expect(readBack(showQuantity(plainOf(number)), 2, isPasted)).toEqual({ kind: 'number', number })
    }),
  )
})

test('typing digit by digit loses none', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{1,15}(,\d{1,2})?$/), (keys) => {
      const shown = typeInto('', keys)
      expect(shown.replaceAll('.', '')).toBe(keys)
      expect(shown).toMatch(/^\d{1,3}(\.\d{3})*(,\d+)?$/)
    }),
  )
})

test('the caret stays behind the digit that it stood behind', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^\d{1,15}$/),
      fc.nat(14),
      fc.constantFrom(...'0123456789'),
      (digits, at, key) => {
        const before = showQuantity(digits)
        const place = caretBehind(before, Math.min(at, digits.length))
        const raw = before.slice(0, place) + key + before.slice(place)
        const plain = tidyQuantity(raw, 0)
        const count = tidyQuantity(raw.slice(0, place + 1), 0).length
        const caret = caretBehind(showQuantity(plain), count)
        expect(showQuantity(plain)[caret - 1]).toBe(key)
        expect(showQuantity(plain).slice(0, caret).replaceAll('.', '')).toBe(plain.slice(0, count))
      },
    ),
  )
})

test('what is no quantity says why, and stays to be seen', () => {
  expect(readBack('dua')).toEqual({ kind: 'no-number' })
  expect(readBack('-5')).toEqual({ kind: 'no-number' })
  expect(readBack(',5', 1)).toEqual({ kind: 'no-number' })
  expect(readBack('36,5')).toEqual({ kind: 'too-exact' })
  expect(readBack('36,50', 1)).toEqual({ kind: 'number', number: 36.5 })
  expect(readBack('1234567890123456')).toEqual({ kind: 'too-long' })
  expect(readBack('')).toEqual({ kind: 'empty' })
  expect(showQuantity(tidyQuantity('dua ratus', 0))).toBe('duaratus')
})

test('what is half typed stays over the stored number; a number from outside replaces the typing', () => {
  expect(heldQuantity({ plain: '36,55', over: 36 }, 36, 1)).toBe('36,55')
  expect(heldQuantity({ plain: '36,', over: null }, 36, 1)).toBe('36,')
  expect(heldQuantity({ plain: '007', over: null }, 7, 0)).toBe('007')
  expect(heldQuantity({ plain: '36', over: null }, 40, 0)).toBe('40')
  expect(heldQuantity({ plain: '36', over: null }, null, 0)).toBe('')
  expect(heldQuantity({ plain: 'x', over: 36 }, 'menolak', 0)).toBe('')
})
