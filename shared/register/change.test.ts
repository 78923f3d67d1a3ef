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

test('[F9] assets, economy and health are news; the notice, pictures and confirmations are not', () => {
  const before = household('present', {
    assets: { held: ['sepeda_motor'] },
    economy: { spending: 2_000_000 },
    members: { [ANI]: { name: 'Ani', seeing: 'tidak' } },
  })
  const after = household('present', {
    assets: { held: ['sepeda_motor', 'lemari_es'] },
    economy: { spending: 'menolak' },
    members: { [ANI]: { name: 'Ani', seeing: 'banyak' } },
    notice: { how: 'dibacakan' },
    attachments: { [ANI]: { kind: 'rumah_depan' } },
    confirmations: { [ANI]: { of: 'members', check: 'x' } },
  })
  expect(changeBetween(before, after)).toMatchObject({
    fields: ['assets/held', 'economy/spending'],
    members: [{ id: ANI, kind: 'changed', fields: ['members/*/seeing'] }],
  })
})

test('[F9] a place measured again within what both fixes are exact to is no news', () => {
  const at = (position: string) => household('present', { location: { position } })
  const home = at('geo:-6.876500,107.583200;u=10')
  // 0.0001 degrees of latitude are 11 metres.
  expect(summary(home, at('geo:-6.876600,107.583200;u=10'))).toBeNull()
  expect(changeBetween(home, at('geo:-6.877500,107.583200;u=10'))?.fields).toEqual(['location/position'])
  expect(changeBetween(home, household('present'))?.fields).toEqual(['location/position'])
})
