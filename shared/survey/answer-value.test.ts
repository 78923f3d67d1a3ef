import { expect, test } from 'vitest'
import { isAnswerOf } from './answer-value.ts'
import { questionAt } from './questionnaire.ts'

const ID = '01900000-0000-7000-8000-000000000001'
const isSubject = (text: string) => {
  const question = questionAt(`problems/${ID}/subject`)
  return question !== undefined && isAnswerOf(question, text)
}

test.each(['household', `member:${ID}`, `family:${ID}`])('a problem may be about %s', (subject) => {
  expect(isSubject(subject)).toBe(true)
})

test.each([
  '',
  'household:',
  'member:',
  'member',
  `member:${ID}x`,
  `x:${ID}`,
  `xmember:${ID}`,
  `household:${ID}`,
])('a problem is about nothing at %o', (subject) => {
  expect(isSubject(subject)).toBe(false)
})

test('nothing may follow what a problem is about', () => {
  expect(isSubject(`member:${ID}:${'x'.repeat(1_000_000)}`)).toBe(false)
  expect(isSubject(`member:${ID}\n`)).toBe(false)
})
