import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acceptedInstant } from './accepted-instant.ts'
import { isAnswerOf } from './answer-value.ts'
import { questionAt } from './questionnaire.ts'

test('wherever a clock stands, its instant is an answer', () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true }), (at) => {
      const question = questionAt('visits/01900000-0000-7000-8000-000000000002/at')
      expect(question && isAnswerOf(question, acceptedInstant(at).toISOString())).toBe(true)
    }),
  )
})

test('a clock that stands right is taken as it is', () => {
  const at = new Date('2026-11-23T02:00:00.123Z')
  expect(acceptedInstant(at)).toEqual(at)
})
