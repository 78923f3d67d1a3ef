import { expect, test } from 'vitest'
import { listRow } from '../../../tests/support/list-file.ts'
import type { Cells } from './layout.ts'
import { readRow } from './row-rules.ts'

const AS_OF = '2025-06-30'

function read(changed: Partial<Cells> = {}) {
  return readRow(listRow(changed), AS_OF)
}

test('a clean row is read whole', () => {
  expect(read()).toEqual({
    ministryId: 'S1',
    kelurahan: '32.73.02.1004',
    rw: '005',
    rt: '003',
    address: 'JL. DAGO POJOK NO. 7',
    kk: '3273021203159001',
    nik: '3273021010909001',
    name: 'ASEP SURYANA',
    birthDate: '1990-10-10',
    birthPlace: 'BANDUNG',
    sex: 'L',
    motherName: 'EUIS',
    relationship: 'kepala',
  })
})

test.each([
  [{ nomor_nik: '3.27305E+15' }, 'not-text', 'Excel'],
  [{ nomor_nik: '3,27305E+15' }, 'not-text', '3,27305E+15'],
  [{ nomor_kk: '3.27302E+15' }, 'not-text', 'KK'],
  [{ nomor_nik: '327302101090900' }, 'bad-nik', '15'],
  [{ nomor_nik: '32730210109090O1' }, 'bad-nik', '16 angka'],
  [{ nomor_nik: '3273023002909001' }, 'bad-nik', '300290'],
  [{ nomor_nik: '3273021010900000' }, 'bad-nik', '0000'],
  [{ nomor_kk: '' }, 'no-kk', 'kosong'],
  [{ nomor_kk: ' - ' }, 'no-kk', 'kosong'],
  [{ nomor_kk: '327302120315900' }, 'bad-kk', '16 angka'],
  [{ nama: ' ' }, 'no-name', 'Nama kosong'],
  [{ nama: 'A'.repeat(121) }, 'wrong-columns', '120'],
  [{ alamat: 'A'.repeat(301) }, 'wrong-columns', '300'],
  [{ tanggal_lahir: '1990-02-30' }, 'bad-date', '1990-02-30'],
  [{ tanggal_lahir: '30/02/1990' }, 'bad-date', '30/02/1990'],
  [{ tanggal_lahir: '10/31/1990' }, 'bad-date', '10/31/1990'],
  [{ tanggal_lahir: '1990' }, 'bad-date', '1990'],
  [{ tanggal_lahir: '2025-07-01' }, 'bad-date', AS_OF],
  [{ jenis_kelamin: 'X' }, 'bad-sex', 'X'],
  [{ rt: 'V' }, 'bad-neighbourhood', 'RT'],
  [{ rw: '1234' }, 'bad-neighbourhood', 'RW'],
  [{ kabupaten_kota: 'KABUPATEN BANDUNG' }, 'other-city', 'KABUPATEN BANDUNG'],
  [{ kabupaten_kota: 'KAB. BANDUNG BARAT' }, 'other-city', 'bukan Kota Bandung'],
  [{ kabupaten_kota: '' }, 'other-city', 'kosong'],
  [{ desa_kelurahan: 'DAGOO' }, 'unknown-kelurahan', 'Dago (Kec. Coblong)'],
  [{ desa_kelurahan: 'QWXZQWXZQWXZ' }, 'unknown-kelurahan', 'tidak ada'],
])('%o is rejected as %s', (changed, code, words) => {
  const fault = read(changed)
  expect(fault).toMatchObject({ code })
  const reason = 'reason' in fault ? fault.reason : { id: '', en: '' }
  expect(reason.id).toContain(words)
  expect(reason.en).not.toBe('')
  expect(reason.en).not.toBe(reason.id)
})

test.each([
  ['NIK blank', { nomor_nik: '' }, { nik: null }],
  ['NIK marked as text by an apostrophe', { nomor_nik: "'3273021010909001" }, { nik: '3273021010909001' }],
  ['dd/mm/yyyy', { tanggal_lahir: '31/01/1990' }, { birthDate: '1990-01-31' }],
  ['d-m-yyyy', { tanggal_lahir: '1-2-1990' }, { birthDate: '1990-02-01' }],
  ['midnight of a database', { tanggal_lahir: '1990-10-10 00:00:00' }, { birthDate: '1990-10-10' }],
  ['the day of the list', { tanggal_lahir: AS_OF }, { birthDate: AS_OF }],
  ['birth date blank', { tanggal_lahir: '' }, { birthDate: null }],
  ['sex in words', { jenis_kelamin: 'Perempuan' }, { sex: 'P' }],
  ['sex in words with a dash', { jenis_kelamin: 'LAKI-LAKI' }, { sex: 'L' }],
  ['sex as a code', { jenis_kelamin: '2' }, { sex: 'P' }],
  ['sex from the NIK', { jenis_kelamin: '', nomor_nik: '3273025010909001' }, { sex: 'P' }],
  ['sex unknown', { jenis_kelamin: '', nomor_nik: '' }, { sex: null }],
  ['RT and RW short', { rt: '3', rw: 'RW 05' }, { rt: '003', rw: '005' }],
  ['RT blank', { rt: '' }, { rt: '000' }],
  ['city by name alone', { kabupaten_kota: 'Bandung' }, {}],
  ['city by code', { kabupaten_kota: '32.73' }, {}],
  ['spaces in a name', { nama: '  ASEP \t SURYANA ' }, { name: 'ASEP SURYANA' }],
  ['a mended kelurahan', { desa_kelurahan: 'Kel. d-a GO', kecamatan: 'X' }, { kelurahan: '32.73.02.1004' }],
  ['a wife', { hubungan_keluarga: 'Istri/Suami' }, { relationship: 'pasangan' }],
  ['a parent', { hubungan_keluarga: 'ORANG TUA/MERTUA' }, { relationship: 'orang_tua_mertua' }],
  ['a code', { hubungan_keluarga: '5' }, { relationship: 'cucu' }],
  ['an unknown relationship', { hubungan_keluarga: 'FAMILI LAIN' }, { relationship: 'lainnya' }],
])('%s is accepted', (_name, changed, person) => {
  expect(read(changed)).toMatchObject({ name: 'ASEP SURYANA', ...person })
})
