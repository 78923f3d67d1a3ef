import { expect, test } from 'vitest'
import type { Option } from '../../shared/survey/question.ts'
import { usualFirst } from './usual-options.ts'

const options: readonly Option[] = ['a', 'b', 'c', 'd'].map((key) => ({ key, text: { id: key, en: key } }))
const others = String
const keysOf = (some: readonly Option[]) => some.map(({ key }) => key).join('')
const first = (...given: Parameters<typeof usualFirst>) => {
  const { shown, folded } = usualFirst(...given)
  return `${keysOf(shown)}|${keysOf(folded)}`
}

test('usual options come first, in their order', () => {
  expect(first(options, { keys: ['c', 'b'] }, [])).toBe('bcad|')
})

test('the others wait behind a tap, but for those that are chosen', () => {
  expect(first(options, { keys: ['c'], others }, [])).toBe('c|abd')
  expect(first(options, { keys: ['c'], others }, ['d'])).toBe('cd|ab')
})

test('where nothing is usual, everything is shown', () => {
  expect(first(options, { keys: [], others }, [])).toBe('abcd|')
})
