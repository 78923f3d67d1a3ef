import { expect, test } from 'vitest'
import { EMPTY_DOCUMENT } from '../../../shared/survey/document.ts'
import { findingLabel } from './finding-label.ts'

const document = {
  ...EMPTY_DOCUMENT,
  members: { m1: { name: 'Aminah' }, m3: { order: 2 } },
  problems: { p1: { code: 'kota.alat_bantu' } },
}
const known = { ...EMPTY_DOCUMENT, members: { m2: { name: 'Bayu' } } }
const words = { text: ({ id }: { id: string }) => id, nameless: 'Nama belum diketahui' }

test.each([
  ['visits', 'Kunjungan'],
  ['members', 'Anggota'],
  ['members/m2', 'Bayu'],
  ['members/m1/nik', 'NIK · Aminah'],
  ['members/m3/name', 'Nama lengkap'],
  ['attachments/rumah_depan', 'Rumah dari depan'],
  ['dwelling/floor', 'Jenis lantai terluas'],
  ['problems/p1/severity', 'Seberapa berat · Membutuhkan alat bantu disabilitas'],
])('%s is called %s', (path, label) => {
  expect(findingLabel(path, { document, known }, words)).toBe(label)
})
