import { expect, test } from 'vitest'
import { EMPTY_DOCUMENT, nameOf, type MemberAnswers, type SurveyDocument } from './document.ts'

const withMembers = (...members: MemberAnswers[]): SurveyDocument => ({
  ...EMPTY_DOCUMENT,
  members: Object.fromEntries(members.map((member, index) => [`m${index}`, { order: index, ...member }])),
})
const head = { name: 'Asep', relationship: 'kepala' }
const wife = { name: 'Euis', relationship: 'istri' }

test('a household keeps its known head’s name until another head is answered', () => {
  const known = withMembers(head, wife)
  expect(nameOf(withMembers(wife), known)).toBe('Asep')
  expect(nameOf(withMembers(wife, { name: 'Ujang', relationship: 'kepala' }), known)).toBe('Ujang')
})

test('without any head the first answered member gives the name, then the first known one', () => {
  expect(nameOf(withMembers({ name: 'Dadang' }), withMembers(wife))).toBe('Dadang')
  expect(nameOf(EMPTY_DOCUMENT, withMembers(wife))).toBe('Euis')
  expect(nameOf(EMPTY_DOCUMENT)).toBe('')
})
