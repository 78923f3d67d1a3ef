import { expect, test } from 'vitest'
import { EMPTY_DOCUMENT } from '../../../shared/survey/document.ts'
import { withAnswers } from '../../../shared/survey/path.ts'
import type { SuggestionLine, SuggestionState } from './problem-lines.ts'
import { groupSuggestions } from './suggestion-groups.ts'

const line = (
  subject: string,
  reason = 'tanpa jaminan kesehatan',
  state: SuggestionState = { kind: 'open' },
): SuggestionLine => ({
  suggestion: {
    rule: 'insurance',
    code: 'kota.tanpa_jaminan_kesehatan',
    subject,
    reason: { id: reason, en: reason },
    from: [],
  },
  state,
})
const see = (lines: readonly SuggestionLine[], apart: readonly string[] = [], known = EMPTY_DOCUMENT) =>
  groupSuggestions(lines, known, new Set(apart)).map((group) =>
    group.lines.map(({ suggestion }) => suggestion.subject).join(' '),
  )

test('the same problem for the same reason stands together, in the place of its first one', () => {
  expect(see([line('m1'), line('m2', 'tidak aktif'), line('m3')])).toEqual(['m1 m3', 'm2'])
})

test('what was answered otherwise stands apart', () => {
  const rated = { kind: 'recorded', id: 'p1' } as const
  expect(see([line('m1'), line('m2', undefined, rated), line('m3')])).toEqual(['m1 m3', 'm2'])
})

test('parted, each stands alone', () => {
  const [group] = groupSuggestions([line('m1'), line('m2')], EMPTY_DOCUMENT, new Set())
  expect(see([line('m1'), line('m2')], [group?.key ?? ''])).toEqual(['m1', 'm2'])
})

test('what the register knows is not mixed with what is new', () => {
  const known = withAnswers(EMPTY_DOCUMENT, [
    ['problems/p1/subject', 'm2'],
    ['problems/p1/code', 'kota.tanpa_jaminan_kesehatan'],
    ['problems/p1/severity', 'berat'],
  ])
  expect(see([line('m1'), line('m2'), line('m3')], [], known)).toEqual(['m1 m3', 'm2'])
})
