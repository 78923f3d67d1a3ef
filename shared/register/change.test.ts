import { expect, test } from 'vitest'
import { EMPTY_DOCUMENT, type SurveyDocument } from '../survey/document.ts'
import { changeBetween } from './change.ts'
import type { HouseholdState, KnownHousehold, RegisterHousehold } from './household.ts'

const ANI = '00000000-0000-7000-8000-000000000001'
const BUDI = '00000000-0000-7000-8000-000000000002'

function household(state: HouseholdState, document: Partial<SurveyDocument> = {}, goneReason?: string) {
  return { document: { ...EMPTY_DOCUMENT, ...document }, state, goneReason: goneReason ?? null }
}

function listed(document: Partial<SurveyDocument> = {}): KnownHousehold {
  return { ...household('present', document), state: 'listed' }
}

function summary(before: KnownHousehold | null, after: RegisterHousehold) {
  const change = changeBetween(before, after)
  return change && `${change.kind} ${change.reason}`
}

test('[F9] the reason says how a household came in or went', () => {
  expect(summary(null, household('present'))).toBe('added baru')
  expect(summary(listed(), household('present'))).toBe('added terkonfirmasi')
  expect(summary(household('unconfirmed'), household('present'))).toBe('added terkonfirmasi')
  expect(summary(household('gone', {}, 'pindah'), household('present'))).toBe('added kembali')
  expect(summary(listed(), household('gone', {}, 'ganda'))).toBe('gone ganda')
  expect(summary(household('gone', {}, 'pindah'), household('gone', {}, 'ganda'))).toBe('gone ganda')
})

test('[F9] nothing to tell: unconfirmed, gone before it was known, gone as before, or the same answers', () => {
  expect(summary(null, household('unconfirmed'))).toBeNull()
  expect(summary(null, household('gone', {}, 'pindah'))).toBeNull()
  expect(summary(household('gone', {}, 'pindah'), household('gone', {}, 'pindah'))).toBeNull()
  const same = { members: { [ANI]: { name: 'Ani', order: 1 } }, dwelling: { floor: 'tanah' } }
  const reordered = { ...same, members: { [ANI]: { name: 'Ani', order: 2 } } }
  expect(summary(household('present', same), household('present', reordered))).toBeNull()
})

test('[F9] a change names the answers and persons that differ', () => {
  const before = household('present', {
    dwelling: { floor: 'tanah' },
    members: { [ANI]: { name: 'Ani' } },
    problems: { [ANI]: { code: 'kota.tanpa_jamban', needs: ['jaminan', 'perlindungan'] } },
  })
  const after = household('present', {
    dwelling: { floor: 'keramik' },
    members: { [ANI]: { name: 'Ani', removed: 'meninggal' }, [BUDI]: { name: 'Budi' } },
    problems: { [ANI]: { code: 'kota.tanpa_jamban', needs: ['perlindungan', 'jaminan'] } },
  })
  expect(changeBetween(before, after)).toEqual({
    kind: 'changed',
    reason: 'kunjungan',
    fields: ['dwelling/floor'],
    members: [
      { id: ANI, kind: 'gone', reason: 'meninggal', fields: [] },
      { id: BUDI, kind: 'added', reason: null, fields: [] },
    ],
  })
})

test('[F9] a member whose answers differ is changed, one who came and left within the period is no news', () => {
  const before = listed({ members: { [ANI]: { name: 'Ani', nik: '1' } } })
  const after = household('present', {
    members: { [ANI]: { name: 'Anni', nik: '1', sex: 'P' }, [BUDI]: { name: 'Budi', removed: 'salah' } },
  })
  expect(changeBetween(before, after)?.members).toEqual([
    { id: ANI, kind: 'changed', reason: null, fields: ['members/*/name', 'members/*/sex'] },
  ])
})
