import { expect, test } from 'vitest'
import { listedHousehold } from '../../../tests/support/listed.ts'
import { isSettled } from '../../../shared/review/findings.ts'
import { withAnswers } from '../../../shared/survey/path.ts'
import type { LookAlikeIndex } from './look-alike-index.ts'
import { nikFindings } from './nik-findings.ts'

const { id, known, area } = listedHousehold('Aminah')
const [member = ''] = Object.keys(known.members)
const NIK = known.members[member]?.nik ?? ''
const index: Pick<LookAlikeIndex, 'withNik'> = {
  withNik: (nik) =>
    nik === NIK ? [{ household: id, member: 'x', name: 'SITI', nik, birthDate: null, area }] : [],
}
const visited: [string, string] = ['visits/v1/result', 'selesai']
const findings = (...answers: [string, string][]) =>
  nikFindings(id, withAnswers(known, [visited, ...answers]), index)

test('a NIK that another house has is odd, and says where it stands', () => {
  expect(findings()).toMatchObject([
    { path: `members/${member}/nik`, key: 'nik-elsewhere', level: 'warning', confirmed: null },
  ])
  expect(findings()[0]?.text.id).toContain('SITI, RT 003/RW 005')
  expect(isSettled(findings())).toBe(false)
})

test('a reason lets it stand, until the NIK is another', () => {
  const reason: [string, string][] = [
    ['confirmations/c1/of', `members/${member}/nik`],
    ['confirmations/c1/check', 'nik-elsewhere'],
    ['confirmations/c1/over', JSON.stringify(NIK)],
    ['confirmations/c1/reason', 'Sesuai dokumen'],
  ]
  expect(findings(...reason)).toMatchObject([{ confirmed: 'Sesuai dokumen' }])
  expect(isSettled(findings(...reason))).toBe(true)
  const stale = reason.map(([path, to]): [string, string] => [path, path.endsWith('/over') ? '"1"' : to])
  expect(isSettled(findings(...stale))).toBe(false)
})

test('who was removed here has no NIK to be asked about', () => {
  expect(findings([`members/${member}/removed`, 'pindah'])).toEqual([])
})

test('where the household took no part, nothing is asked', () => {
  expect(findings(['visits/v1/result', 'menolak'])).toEqual([])
})
