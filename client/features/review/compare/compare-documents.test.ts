import { expect, test } from 'vitest'
import { EMPTY_DOCUMENT, type SurveyDocument } from '../../../../shared/survey/document.ts'
import { compareDocuments, countDifferences, isAllNew } from './compare-documents.ts'

const AMINAH = '01900000-0000-7000-8000-000000000001'
const DEDI = '01900000-0000-7000-8000-000000000002'
const BAYU = '01900000-0000-7000-8000-000000000003'
const SITI = '01900000-0000-7000-8000-000000000004'

const known: SurveyDocument = {
  ...EMPTY_DOCUMENT,
  location: { kelurahan: '32.73.01.1001', rw: '005', rt: '003', address: 'Gg. Mawar 3' },
  members: {
    [AMINAH]: { order: 1, name: 'Aminah', nik: '3273015003809001', relationship: 'kepala' },
    [DEDI]: { order: 2, name: 'Dedi', relationship: 'anak' },
    [SITI]: { order: 3, name: 'Siti', relationship: 'anak' },
  },
}

function kinds(entries: readonly { readonly id: string; readonly kind: string }[]) {
  return entries.map(({ id, kind }) => [id, kind])
}

test('members are matched by id, wherever they stand', () => {
  const document: SurveyDocument = {
    ...EMPTY_DOCUMENT,
    members: {
      [BAYU]: { order: 1, name: 'Bayu', relationship: 'anak' },
      [SITI]: { order: 2, name: 'Siti', relationship: 'anak' },
      [DEDI]: { order: 3, removed: 'pindah' },
      [AMINAH]: { order: 4, name: 'Aminah binti Sukri', nik: '3273015003809001', relationship: 'kepala' },
    },
  }
  const { members } = compareDocuments(known, document)
  expect(kinds(members)).toEqual([
    [AMINAH, 'changed'],
    [BAYU, 'added'],
    [DEDI, 'gone'],
    [SITI, 'same'],
  ])
  expect(members[2]?.reason).toBe('pindah')
  expect(members[0]?.answers.map(({ path, kind, before, after }) => [path, kind, before, after])).toEqual([
    [`members/${AMINAH}/name`, 'changed', 'Aminah', 'Aminah binti Sukri'],
    [`members/${AMINAH}/nik`, 'same', '3273015003809001', '3273015003809001'],
    [`members/${AMINAH}/relationship`, 'same', 'kepala', 'kepala'],
  ])
})

test('what the survey did not touch stands as it was known, and is not taken for gone', () => {
  const document: SurveyDocument = { ...EMPTY_DOCUMENT, location: { rt: '004' } }
  const comparison = compareDocuments(known, document)
  expect(comparison.members.map(({ kind }) => kind)).toEqual(['unsettled', 'unsettled', 'unsettled'])
  expect(comparison.location.map(({ path, kind }) => [path, kind])).toEqual([
    ['location/rt', 'changed'],
    ['location/kelurahan', 'unsettled'],
    ['location/rw', 'unsettled'],
    ['location/address', 'unsettled'],
  ])
})

const COMPLETED = { [SITI]: { order: 1, at: '2026-11-20T03:00:00.000Z', result: 'selesai' } }

test('an answer that another one replaces in a settled member is gone', () => {
  const document: SurveyDocument = {
    ...EMPTY_DOCUMENT,
    visits: COMPLETED,
    members: { [AMINAH]: { order: 1, name: 'Aminah', nikMissing: 'belum_punya', relationship: 'kepala' } },
  }
  const [aminah] = compareDocuments(known, document).members
  expect(aminah?.kind).toBe('changed')
  expect(aminah?.answers.filter(({ kind }) => kind !== 'same').map(({ path, kind }) => [path, kind])).toEqual(
    [
      [`members/${AMINAH}/nik`, 'gone'],
      [`members/${AMINAH}/nikMissing`, 'added'],
    ],
  )
})

test('an answer of a settled entry that the survey does not speak of stays, and makes no difference', () => {
  const register: SurveyDocument = {
    ...known,
    families: { [BAYU]: { order: 1, kk: '3273010101200001' } },
    members: { [AMINAH]: { ...known.members[AMINAH], family: BAYU } },
  }
  const document: SurveyDocument = {
    ...EMPTY_DOCUMENT,
    visits: COMPLETED,
    families: { [BAYU]: { order: 1 } },
    members: { [AMINAH]: { order: 1, name: 'Aminah', family: BAYU } },
  }
  const { families, members } = compareDocuments(register, document)
  expect(families[0]?.answers.find(({ path }) => path.endsWith('/kk'))?.kind).toBe('unsettled')
  expect(families[0]?.kind).toBe('same')
  expect(members[0]?.kind).toBe('same')
  expect(members[0]?.answers.map(({ kind }) => kind)).not.toContain('gone')
})

test('services needed are compared as a set', () => {
  const problem = { order: 1, subject: 'household', code: 'ppks.fakir_miskin' }
  const [same] = compareDocuments(
    { ...EMPTY_DOCUMENT, problems: { [BAYU]: { ...problem, needs: ['jaminan', 'rehabilitasi'] } } },
    { ...EMPTY_DOCUMENT, problems: { [BAYU]: { ...problem, needs: ['rehabilitasi', 'jaminan'] } } },
  ).problems
  expect(same?.kind).toBe('same')
})

test('a household that nobody knew is new throughout', () => {
  const comparison = compareDocuments(null, known)
  expect(isAllNew(comparison.members)).toBe(true)
  expect(isAllNew(comparison.location)).toBe(true)
  expect(countDifferences(comparison)).toEqual({ changed: 0, added: 4, gone: 0, unsettled: 0, same: 0 })
})

test('a member that the register already counts as removed is no difference', () => {
  const removed = { ...known, members: { [DEDI]: { order: 1, name: 'Dedi', removed: 'meninggal' } } }
  expect(compareDocuments(removed, EMPTY_DOCUMENT).members).toEqual([])
})
