import { expect, test } from 'vitest'
import { remembered } from './remembered.ts'

test('the same question of the same thing is judged once, and another one anew', () => {
  const judged: unknown[] = []
  const judge = remembered((subject: { readonly name: string }, day: string) => {
    judged.push([subject.name, day])
    return { said: `${subject.name} ${day}` }
  })
  const [one, other] = [{ name: 'a' }, { name: 'a' }]

  const first = judge(one, 'monday')
  expect(judge(one, 'monday')).toBe(first)
  expect(judge(other, 'monday')).not.toBe(first)
  expect(judge(one, 'tuesday').said).toBe('a tuesday')
  expect(judge(one, 'monday')).toEqual(first)
  expect(judged).toHaveLength(4)
})
