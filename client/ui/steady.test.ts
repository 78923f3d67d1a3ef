import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { effect, signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { isSameData, steady } from './steady.ts'

test('what is the same wakes nobody, and stays the very same', () => {
  const source = signal({ name: 'Aminah', tags: ['a', 'b'] })
  const held = steady(() => ({ ...source.value }), isSameData)
  const seen: unknown[] = []
  effect(() => void seen.push(held.value))
  source.value = { tags: ['a', 'b'], name: 'Aminah' }
  expect(seen).toHaveLength(1)
  source.value = { name: 'Aminah', tags: ['b', 'a'] }
  expect(seen).toHaveLength(2)
})

test('data is the same exactly where its canonical JSON is, whatever the order of keys', () => {
  const data = fc.jsonValue({ maxDepth: 3 })
  const expectLikeJson = (a: unknown, b: unknown) => {
    expect(isSameData(a, b)).toBe(canonicalize(a) === canonicalize(b))
  }
  fc.assert(fc.property(data, (value) => expectLikeJson(value, structuredClone(value))))
  fc.assert(fc.property(data, data, expectLikeJson))
  // Few values, so that many pairs are the same or nearly so.
  const few = fc.dictionary(fc.constantFrom('a', 'b'), fc.constantFrom(1, 'x', ['x'], ['x', 1], { c: null }))
  fc.assert(fc.property(few, few, expectLikeJson))
})
