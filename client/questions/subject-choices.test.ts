import { expect, test } from 'vitest'
import { EMPTY_DOCUMENT, type SurveyDocument } from '../../shared/survey/document.ts'
import { familySubjects, memberSubjects } from './subject-choices.ts'

const house: SurveyDocument = {
  ...EMPTY_DOCUMENT,
  families: { f1: { order: 1 }, f2: { order: 2 } },
  members: {
    m1: { order: 2, name: 'Aminah', family: 'f1', relationship: 'kepala' },
    m2: { order: 1, name: 'Bayu', family: 'f1', relationship: 'anak' },
    m3: { order: 3, name: 'Dedi', family: 'f2' },
  },
}

test('with two families each can be chosen, named by its head, else by whoever comes first', () => {
  expect(familySubjects(house)).toEqual([
    { subject: 'family:f1', name: 'Aminah' },
    { subject: 'family:f2', name: 'Dedi' },
  ])
})

test('where one family lives, the household is enough', () => {
  const { m3, ...others } = house.members
  expect(familySubjects({ ...house, members: others })).toEqual([])
  expect(familySubjects({ ...house, members: { ...others, m3: { ...m3, removed: 'pindah' } } })).toEqual([])
})

test('members that left have no problems any more', () => {
  const left = { ...house, members: { ...house.members, m1: { name: 'Aminah', removed: 'meninggal' } } }
  expect(memberSubjects(left).map(([subject]) => subject)).toEqual(['member:m2', 'member:m3'])
})
