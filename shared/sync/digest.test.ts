import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDigest, digestOfAll } from './digest.ts'

type Row = readonly [id: string, version: number]

function digestOf(rows: readonly Row[]): string {
  const digest = createDigest()
  for (const [id, version] of rows) digest.add(id, version)
  return digest.text()
}

const rows = fc.uniqueArray(fc.tuple(fc.uuid(), fc.nat(9)), { selector: ([id]) => id, maxLength: 30 })

test('[N8] the order of rows does not matter', () => {
  fc.assert(
    fc.property(rows, (some) => {
      expect(digestOf(some.toReversed())).toBe(digestOf(some))
    }),
  )
})

test('[N8] a row too few, too many or of another version is another digest', () => {
  fc.assert(
    fc.property(rows, fc.uuid(), (some, id) => {
      const whole = digestOf(some)
      expect(digestOf([...some, [id, 0]])).not.toBe(whole)
      for (const [index, [changed, version]] of some.entries()) {
        expect(digestOf(some.toSpliced(index, 1))).not.toBe(whole)
        expect(digestOf(some.with(index, [changed, version + 1]))).not.toBe(whole)
        expect(digestOf(some.with(index, [id, version]))).not.toBe(whole)
      }
    }),
  )
})

test('[N8] rows that moved from one stream to another are seen', () => {
  const here = new Map([
    ['a', digestOf([['x', 1]])],
    ['b', digestOf([])],
  ])
  const there = new Map([
    ['a', digestOf([])],
    ['b', digestOf([['x', 1]])],
  ])
  expect(digestOfAll(here)).toMatch(/^[0-9a-f]{16}$/)
  expect(digestOfAll(here)).not.toBe(digestOfAll(there))
  expect(digestOfAll(new Map([...here].reverse()))).toBe(digestOfAll(here))
})
