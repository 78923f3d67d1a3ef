import { expect, test } from 'vitest'
import { GROUPS, groupPathsOf } from './groups.ts'
import type { Question } from './question.ts'
import { SECTIONS } from './questionnaire.ts'

test('the groups are those that the questions name, each in the order in which it is asked', () => {
  const nameOf = ({ path, group }: Question) => `${path.split('/')[0]} ${group}`
  const named = SECTIONS.flatMap(({ questions }) => {
    const grouped = questions.filter(({ group }) => group !== undefined)
    return [...new Set(grouped.map(nameOf))].map((name) =>
      grouped.filter((question) => nameOf(question) === name).map(({ path }) => path),
    )
  })
  expect(GROUPS).toEqual(named)
})

test('a group lies within one roster entry; a question without one stands alone', () => {
  expect(groupPathsOf('members/a/nikMissing')).toEqual(['members/a/nik', 'members/a/nikMissing'])
  expect(groupPathsOf('members/a/name')).toEqual(['members/a/name'])
})
