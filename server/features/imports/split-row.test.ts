import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { lineOf } from './layout.ts'
import { splitRow } from './split-row.ts'

const value = fc.string({ unit: fc.constantFrom('a', '|', '"', ' ', 'é', "'") })

test('what is written in quotes is read back', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), (values) => {
      expect(splitRow(lineOf(values))).toEqual(values)
    }),
  )
})

test('any line is read as csv-parse reads it, or is broken for both', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '|', '"'), minLength: 1, maxLength: 12 }), (line) => {
      expect(splitRow(line)).toEqual(parsedBy(line))
    }),
    { numRuns: 2000 },
  )
})

function parsedBy(line: string): string[] | null {
  try {
    return parse(line, { delimiter: '|', relax_column_count: true })[0] ?? ['']
  } catch {
    return null
  }
}
