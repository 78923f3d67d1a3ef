import { expect, test } from 'vitest'
import { counted } from './counted.ts'

test('one is one, as a number or as it is written; all else is many', () => {
  expect([counted(1, 'survey'), counted('1', 'survey has', 'surveys have')]).toEqual([
    '1 survey',
    '1 survey has',
  ])
  expect([counted(0, 'survey'), counted('1.001', 'person', 'people')]).toEqual(['0 surveys', '1.001 people'])
})
