import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalText, hashOf } from './hash.ts'

test('[S1] what JSON can hold gets the text of RFC 8785, whatever the order of its keys', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const parsed: unknown = JSON.parse(JSON.stringify(value))
      const canonical = canonicalize(parsed)
      expect(canonicalText(parsed)).toBe(canonical)
      expect(canonicalText(JSON.parse(canonical ?? 'null'))).toBe(canonical)
    }),
  )
})

test.each([
  ['{"b":1,"a":2}', '{"a":2,"b":1}'],
  ['{"10":1,"9":2}', '{"10":1,"9":2}'],
  ['{"ﬀ":1,"😀":2}', '{"😀":2,"ﬀ":1}'],
  ['[1e21,1e-7,-0,0.10]', '[1e+21,1e-7,0,0.1]'],
])('[S1] %s is hashed as %s', (text, canonical) => {
  expect(canonicalText(JSON.parse(text))).toBe(canonical)
})

test('half a surrogate pair has a hash, in order or not', () => {
  expect(hashOf({ a: '\ud800' })).toHaveLength(64)
  expect(hashOf({ b: '\ud800', a: 1 })).toHaveLength(64)
})
