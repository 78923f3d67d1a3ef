import { expect, test } from 'vitest'
import type { Finding } from '../../../shared/review/findings.ts'
import type { MemberLine, MemberStanding } from './member-edits.ts'
import { nextOpenMember } from './next-member.ts'

const line = (id: string, standing: MemberStanding = 'present'): MemberLine => ({ id, standing, member: {} })
const about = (id: string, confirmed: string | null = null): Finding => ({
  path: `members/${id}/sex`,
  kind: 'missing',
  key: 'missing',
  level: 'error',
  text: { id: '', en: '' },
  confirmed,
})
const lines = [line('m1'), line('m2'), line('m3', 'removed'), line('m4')]

test('the next one with something open comes, from the top again after the last', () => {
  expect(nextOpenMember(lines, 'm1', [about('m4')])?.id).toBe('m4')
  expect(nextOpenMember(lines, 'm4', [about('m2'), about('m4')])?.id).toBe('m2')
})

test('who is done, removed or only odd in a way that was confirmed is passed over', () => {
  expect(nextOpenMember(lines, 'm1', [about('m1'), about('m3'), about('m2', 'begitu')])).toBeNull()
})

test('who is not settled is open', () => {
  expect(nextOpenMember([line('m1'), line('m2', 'unsettled')], 'm1', [])?.id).toBe('m2')
})
