import { expect, test } from 'vitest'
import { EMPTY_DOCUMENT, type MemberAnswers } from '../../../../shared/survey/document.ts'
import { compareDocuments } from './compare-documents.ts'
import { foldBatteries } from './fold-battery.ts'

const AMINAH = '01900000-0000-7000-8000-000000000001'
const WELL: MemberAnswers = {
  name: 'Aminah',
  seeing: 'tidak',
  hearing: 'tidak',
  walking: 'tidak',
  device: 'ya',
}

function linesOf(member: MemberAnswers): readonly string[] {
  const { members } = compareDocuments(null, { ...EMPTY_DOCUMENT, members: { [AMINAH]: member } })
  return foldBatteries(members[0]?.answers ?? []).map((line) =>
    line.kind === 'answer'
      ? (line.answer.path.split('/').at(-1) ?? '')
      : `${line.isWhole ? 'all' : 'other'} ${line.answers.length}`,
  )
}

test('rows of a battery with its usual answer are one line', () => {
  expect(linesOf(WELL)).toEqual(['name', 'all 3', 'device'])
})

test('what says something else stands before it, line by line', () => {
  expect(linesOf({ ...WELL, hearing: 'banyak' })).toEqual(['name', 'hearing', 'other 2', 'device'])
  expect(linesOf({ name: 'Aminah', seeing: 'banyak', hearing: 'sedikit' })).toEqual([
    'name',
    'seeing',
    'hearing',
  ])
})
