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

test('data is the same exactly where its JSON holds the same, whatever the order of keys', () => {
  const data = fc.jsonValue({ maxDepth: 3 })
  fc.assert(fc.property(data, (value) => isSameData(value, structuredClone(value))))
  fc.assert(
    fc.property(data, data, (a, b) => {
      expect(isSameData(a, b)).toBe(isSameData(b, a))
      if (JSON.stringify(a) === JSON.stringify(b)) expect(isSameData(a, b)).toBe(true)
      else if (typeof a !== 'object' || typeof b !== 'object') expect(isSameData(a, b)).toBe(false)
    }),
  )
})
