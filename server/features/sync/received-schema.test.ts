import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeSchema } from '../../../shared/sync/change.ts'
import { receivedChangeSchema } from './received-schema.ts'

const ID = '01900000-0000-7000-8000-000000000001'
const SURVEY = '01900000-0000-5000-8000-000000000001'

const change = {
  id: ID,
  device: ID,
  seq: 1,
  previous: null,
  survey: SURVEY,
  household: ID,
  registerVersion: 0,
  base: 0,
  scope: 1,
  form: 2,
  at: '2026-11-23T10:00:00+07:00',
}

const answer = fc.oneof(
  fc.constantFrom<unknown>(null, '', 'tanah', 1.5, true, ['a', 'b'], []),
  fc.jsonValue({ maxDepth: 2 }),
)
const step = fc.oneof(
  fc.record({ from: answer, to: answer }),
  fc.record({ from: answer, to: answer, more: answer }, { requiredKeys: [] }),
  fc.jsonValue({ maxDepth: 1 }),
)
const patch = fc.oneof(fc.dictionary(fc.string(), step), fc.jsonValue({ maxDepth: 1 }))

test('[S4] the server reads the same changes as the schema of the wire', () => {
  fc.assert(
    fc.property(patch, (value) => {
      // Zod passes over this key; the server refuses it, since nobody's phone makes one.
      fc.pre(!JSON.stringify(value).includes('"__proto__"'))
      const body = { ...change, patch: value }
      expect(receivedChangeSchema.safeParse(body).success).toBe(changeSchema.safeParse(body).success)
    }),
    { numRuns: 500 },
  )
})

test('[S4] a patch that names the prototype of objects is no patch', () => {
  const body = { ...change, patch: JSON.parse('{"__proto__":{}}') as unknown }
  expect(receivedChangeSchema.safeParse(body).success).toBe(false)
})

test.each([5000, 5001])('[S4] of %i steps both think alike', (count) => {
  const steps = Array.from({ length: count }, (_, index) => [`dwelling/${index}`, { from: null, to: 'x' }])
  const body = { ...change, patch: Object.fromEntries(steps) as unknown }
  expect(receivedChangeSchema.safeParse(body).success).toBe(count === 5000)
  expect(changeSchema.safeParse(body).success).toBe(count === 5000)
})
