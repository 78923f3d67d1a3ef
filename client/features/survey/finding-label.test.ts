import { expect, test } from 'vitest'
import { EMPTY_DOCUMENT } from '../../../shared/survey/document.ts'
import { findingLabel } from './finding-label.ts'

const document = {
  ...EMPTY_DOCUMENT,
  families: { f1: { order: 1 }, f2: { order: 2 } },
  members: { m1: { name: 'Aminah', family: 'f1' }, m3: { order: 2, family: 'f2' } },
  problems: {
    p1: { code: 'kota.alat_bantu' },
    p2: { code: 'kota.alat_bantu', subject: 'member:m2' },
    p3: { code: 'kota.alat_bantu', subject: 'family:f1' },
  },
}
const known = {
  ...EMPTY_DOCUMENT,
  members: { m2: { name: 'Bayu' } },
  problems: { k1: { code: 'kota.alat_bantu', subject: 'member:m2' } },
}
const words = {
  text: ({ id }: { id: string }) => id,
  newPerson: 'Anggota baru',
  nameless: 'Nama belum diketahui',
  familyOf: (name: string) => `Keluarga ${name}`,
}

test.each([
  ['visits', 'Kunjungan'],
  ['members', 'Anggota'],
  ['members/m2', 'Bayu'],
  ['members/m1/nik', 'NIK · Aminah'],
  ['members/m3/name', 'Nama lengkap · Anggota baru'],
  ['attachments/rumah_depan', 'Rumah dari depan'],
  ['families/f1', 'Keluarga Aminah'],
  ['families/f1/kk', 'Nomor KK · Aminah'],
  ['families/f2/kk', 'Nomor KK'],
  ['dwelling/floor', 'Jenis lantai terluas'],
  ['suggestions/household/floor', 'Rumah tidak layak huni'],
  ['suggestions/member:m2/school', 'Putus sekolah atau rawan putus sekolah · Bayu'],
  ['problems/k1', 'Membutuhkan alat bantu disabilitas · Bayu'],
  ['problems/p1/severity', 'Seberapa berat · Membutuhkan alat bantu disabilitas'],
  ['problems/p2/code', 'Masalah · Membutuhkan alat bantu disabilitas · Bayu'],
  ['problems/p3/severity', 'Seberapa berat · Membutuhkan alat bantu disabilitas · Aminah'],
])('%s is called %s', (path, label) => {
  expect(findingLabel(path, { document, known }, words)).toBe(label)
})

test('where there are several families, each card that is missing says whose it is', () => {
  const label = (path: string) => findingLabel(path, { document, known }, words)
  expect(label('attachments/kartu_keluarga')).toBe('Kartu Keluarga · Keluarga Aminah')
  expect(label('attachments/kartu_keluarga:f2')).toBe('Kartu Keluarga · Keluarga Nama belum diketahui')
  const alone = { ...document, members: { m1: document.members.m1 } }
  expect(findingLabel('attachments/kartu_keluarga', { document: alone, known }, words)).toBe('Kartu Keluarga')
})
