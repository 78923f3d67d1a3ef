import { expect, test } from 'vitest'
import { sectionsOf } from '../../../shared/survey/questionnaire.ts'
import { groupsOf } from './question-groups.ts'

const members = sectionsOf(2).find(({ key }) => key === 'members')?.questions ?? []
const groups = groupsOf(members.filter(({ path }) => path.startsWith('members/')))

test('what is asked of a person stands in a few groups, each opened by its heading', () => {
  expect(groups.map(({ heading }) => heading?.id ?? null)).toEqual([
    null,
    'Sekolah',
    'Pekerjaan',
    'Kesehatan',
    'Jaminan dan bantuan',
  ])
  expect(groups[1]?.questions.map(({ path }) => path)).toEqual([
    'members/*/schooling',
    'members/*/schoolLevel',
    'members/*/certificate',
  ])
})

test('no question is lost, and none draws the heading again', () => {
  const grouped = groups.flatMap(({ questions }) => questions)
  expect(grouped).toHaveLength(members.filter(({ path }) => path.startsWith('members/')).length)
  expect(grouped.every(({ heading }) => heading === undefined)).toBe(true)
})
