import { expect, test } from 'vitest'
import type { FamilyId, HouseholdId } from '../../../shared/ids.ts'
import { EMPTY_DOCUMENT, type SurveyDocument } from '../../../shared/survey/document.ts'
import { office } from '../../../tests/support/import-office.ts'
import { bodyOf, listLine, listText, nikOf } from '../../../tests/support/list-file.ts'
import { createKnownIds } from '../periods/known-ids.ts'

const OLD_KK = '3273021203159001'
const NEW_KK = '3273021203159002'
const EUIS = { nama: 'EUIS', nomor_nik: '', hubungan_keluarga: 'ISTRI', jenis_kelamin: 'P' }
const LINES = [
  listLine({ nomor_kk: OLD_KK, nomor_nik: nikOf(1), nama: 'ASEP' }),
  listLine({ nomor_kk: OLD_KK, ...EUIS }),
  listLine({ nomor_kk: '3273021203159003', nomor_nik: nikOf(3), nama: 'BUDI' }),
  listLine({ nomor_kk: NEW_KK, nomor_nik: nikOf(4), nama: 'UJANG', alamat: 'JL. LAIN', rw: '009' }),
  listLine({ nomor_kk: NEW_KK, ...EUIS }),
]

/** An office whose list a sealed survey corrected, as `change` says. */
async function corrected(change: (document: SurveyDocument, family: string) => SurveyDocument) {
  const town = office()
  const first = await town.read(bodyOf(listText(LINES.slice(0, 2))))
  const [row] = town.listed(first.id)
  if (!row) throw new Error('nothing is listed')
  const [family = ''] = Object.keys(row.document.families)
  const document = change(row.document, family)
  town.database.write((tx) =>
    createKnownIds(town.database).keep(tx, row.household_id as HouseholdId, document),
  )
  return { ...town, household: row.household_id, family, people: Object.keys(row.document.members) }
}

const namesByKk = ({ families, members }: SurveyDocument) =>
  Object.entries(families).map(([id, { kk, order }]) => [
    order,
    kk,
    Object.values(members).flatMap(({ family, name }) => (family === id ? [name] : [])),
  ])

test('both KK of a household whose KK a survey corrected are listed as one, again and again', async () => {
  const { read, listed, household, family, people, database } = await corrected((document, id) => ({
    ...document,
    families: { [id]: { order: 1, kk: NEW_KK } },
  }))
  const lists = [
    await read(bodyOf(listText(LINES))),
    await read(bodyOf(listText(LINES.toReversed())), '2027-01-31'),
  ]
  for (const list of lists) expect(list).toMatchObject({ state: 'published', accepted: 5, households: 2 })
  const [before, after] = lists.map(({ id }) => listed(id).find((row) => row.household_id === household))
  expect(namesByKk(before?.document ?? EMPTY_DOCUMENT)).toEqual([
    [1, OLD_KK, ['ASEP', 'EUIS']],
    [2, NEW_KK, ['UJANG']],
  ])
  const orders = Object.values(before?.document.members ?? {}).map(({ order }) => order)
  expect(orders).toEqual([1, 2, 3])
  expect(Object.keys(before?.document.members ?? {})).toEqual(expect.arrayContaining(people))
  expect(Object.keys(before?.document.families ?? {})[0]).toBe(family)
  expect(Object.keys(JSON.parse(before?.protected ?? '') as object)).toHaveLength(3)
  expect(Object.keys(after?.document.families ?? {}).toSorted()).toEqual(
    Object.keys(before?.document.families ?? {}).toSorted(),
  )
  expect(Object.keys(after?.document.members ?? {}).toSorted()).toEqual(
    Object.keys(before?.document.members ?? {}).toSorted(),
  )
  const streams = listed(lists[0]?.id ?? '').map(({ stream, position }) => [stream, position])
  expect(streams).toEqual([
    ['32.73.02.1004/005', 1],
    ['32.73.02.1004/005', 2],
  ])
  expect(database.query('select kk from known_family order by kk').all()).toHaveLength(3)
})

test('two families that a survey found in one household keep their ids', async () => {
  const other = '01900000-0000-7000-8000-0000000000f2' as FamilyId
  const { read, listed, household, family } = await corrected((document) => ({
    ...document,
    families: { ...document.families, [other]: { order: 2, kk: NEW_KK } },
    members: { ...document.members, [other]: { order: 3, family: other, name: 'UJANG', nik: nikOf(4) } },
  }))
  const list = await read(bodyOf(listText(LINES)))
  expect(list).toMatchObject({ state: 'published', households: 2 })
  const row = listed(list.id).find(({ household_id }) => household_id === household)
  expect(Object.keys(row?.document.families ?? {})).toEqual([family, other])
})
