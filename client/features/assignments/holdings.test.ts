import { expect, test } from 'vitest'
import type { AssignmentBoard } from '../../../shared/api/assignments.ts'
import type { AccountId } from '../../../shared/ids.ts'
import type { KelurahanCode } from '../../../shared/population/area.ts'
import type { Role } from '../../../shared/api/session.ts'
import { holdersOf, householdsOf, unheldBy, withAssignment, withoutAssignment } from './holdings.ts'

const SUKARASA = '32.73.01.1001' as KelurahanCode
const GEGERKALONG = '32.73.01.1002' as KelurahanCode

function personOf(id: string, role: Role, areas: readonly [KelurahanCode, string | null][]) {
  const account = id as AccountId
  const assignments = areas.map(([kelurahan, rw], index) => ({
    id: id.length * 10 + index,
    account,
    kelurahan,
    rw,
  }))
  return { id: account, name: id, username: id, role, assignments }
}

const rina = personOf('rina', 'enumerator', [
  [SUKARASA, '005'],
  [SUKARASA, null],
])
const asepp = personOf('asepp', 'enumerator', [])
const supervisor = personOf('sri-ayu', 'supervisor', [[GEGERKALONG, '001']])
const board: AssignmentBoard = {
  accounts: [rina, asepp, supervisor],
  areas: [
    { kelurahan: SUKARASA, rw: '004', households: 100 },
    { kelurahan: SUKARASA, rw: '005', households: 214 },
    { kelurahan: GEGERKALONG, rw: '001', households: 7 },
    { kelurahan: GEGERKALONG, rw: '002', households: 8 },
  ],
}

test('households in overlapping areas count once', () => {
  expect(householdsOf(board, rina)).toBe(314)
  expect(householdsOf(board, asepp)).toBe(0)
})

test('an area is unheld by role: a supervisor surveys nobody', () => {
  expect(unheldBy(board, 'enumerator')).toMatchObject([
    { kelurahan: GEGERKALONG, isWhole: true, households: 15 },
  ])
  expect(unheldBy(board, 'supervisor')).toMatchObject([
    { kelurahan: SUKARASA, isWhole: true, households: 314 },
    { kelurahan: GEGERKALONG, isWhole: false, households: 8 },
  ])
})

test('who holds the kelurahan holds its RW, not the other way round', () => {
  const names = (rw: string | null) =>
    holdersOf(board, 'enumerator', { kelurahan: SUKARASA, rw }).map(({ name }) => name)
  expect(names('004')).toEqual(['rina'])
  expect(holdersOf(board, 'supervisor', { kelurahan: GEGERKALONG, rw: null })).toEqual([])
})

test('giving and taking lead back to the same board', () => {
  const given = { id: 99, account: asepp.id, kelurahan: GEGERKALONG, rw: null }
  const after = withAssignment(withAssignment(board, given), given)
  expect(unheldBy(after, 'enumerator')).toEqual([])
  expect(withoutAssignment(after, 99)).toEqual(board)
})
