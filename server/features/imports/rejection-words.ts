import type { RejectionCode } from '../../../shared/api/imports.ts'
import type { Kelurahan } from '../../../shared/population/area.ts'
import type { NikFinding } from '../../../shared/population/nik.ts'
import type { Text } from '../../../shared/text.ts'

/** Why a row is not taken: what is wrong and what to do. */
export type RowFault = { readonly code: RejectionCode; readonly reason: Text }

/** Values are shown so that they can be found in the file, long ones only in part. */
const MAX_SHOWN = 60

function faultOf(code: RejectionCode, id: string, en: string): RowFault {
  return { code, reason: { id, en } }
}

function show(value: string): string {
  return value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN)}…` : value
}

const NIK_WRONG: Readonly<Record<NikFinding, (nik: string) => Text>> = {
  E_FORMAT: (nik) => ({
    id: `harus 16 angka, tetapi berisi ${nik.length} karakter atau ada yang bukan angka`,
    en: `must have 16 digits, but has ${nik.length} characters or some that are no digits`,
  }),
  E_TANGGAL: (nik) => ({
    id: `tanggal lahir di angka ke-7 sampai ke-12 (${nik.slice(6, 12)}) tidak ada di kalender`,
    en: `the birth date in digits 7 to 12 (${nik.slice(6, 12)}) is not in the calendar`,
  }),
  E_URUT: () => ({
    id: 'empat angka terakhir tidak mungkin 0000',
    en: 'the last four digits are never 0000',
  }),
  // It warns on the questionnaire and never rejects a row.
  W_WILAYAH: () => ({ id: 'kode wilayah tidak dikenal', en: 'the region code is not known' }),
}

function namesOf(nearest: readonly Kelurahan[], kecamatanWord: string): string {
  return nearest.map(({ name, kecamatan }) => `${name} (${kecamatanWord} ${kecamatan})`).join(', ')
}

/** All words of rejections, each with what is wrong and what to do about it. */
export const WORDS = {
  brokenQuotes: () =>
    faultOf(
      'broken-quotes',
      'Tanda kutip (") di baris ini tidak berpasangan, atau satu kolom berisi ganti baris. Hapus tanda kutip yang lebih dan jadikan satu baris.',
      'The quotes (") of this row do not match, or a column holds a line break. Take out the extra quote and make it one line.',
    ),
  wrongColumns: (found: number, expected: number) =>
    faultOf(
      'wrong-columns',
      `Baris ini berisi ${found} kolom, seharusnya ${expected}. Periksa tanda | yang kurang atau lebih; baris terakhir mungkin terpotong.`,
      `This row has ${found} columns instead of ${expected}. Look for a | too many or missing; the last row may be cut off.`,
    ),
  lineTooLong: (bytes: number) =>
    faultOf(
      'wrong-columns',
      `Baris ini lebih dari ${bytes} karakter. Mungkin beberapa baris tersambung; pisahkan satu orang satu baris.`,
      `This row has more than ${bytes} characters. Several rows may be joined; give each person one line.`,
    ),
  tooLong: (column: string, characters: number) =>
    faultOf(
      'wrong-columns',
      `Kolom ${column} lebih dari ${characters} karakter. Mungkin isi kolom bergeser; periksa lalu persingkat.`,
      `Column ${column} has more than ${characters} characters. The columns may be shifted; check and shorten it.`,
    ),
  notText: (number: 'NIK' | 'KK', value: string) =>
    faultOf(
      'not-text',
      `${number} tertulis ${show(value)}: Excel mengubahnya menjadi angka sehingga sebagian angkanya hilang. Ambil berkas aslinya, jadikan kolom itu Teks (Text), lalu ekspor lagi.`,
      `The ${number} reads ${show(value)}: Excel turned it into a number and lost some of its digits. Take the original file, format the column as Text, and export again.`,
    ),
  badNik: (nik: string, finding: NikFinding) => {
    const wrong = NIK_WRONG[finding](nik)
    return faultOf(
      'bad-nik',
      `NIK ${show(nik)} salah: ${wrong.id}. Cocokkan dengan KTP atau KK; kosongkan bila tidak diketahui.`,
      `NIK ${show(nik)} is wrong: ${wrong.en}. Compare it with the identity or family card; leave it blank if unknown.`,
    )
  },
  badKk: (kk: string) =>
    faultOf(
      'bad-kk',
      `Nomor KK ${show(kk)} salah: harus 16 angka dan tidak berakhir 0000. Cocokkan dengan Kartu Keluarga.`,
      `KK ${show(kk)} is wrong: it must have 16 digits and not end in 0000. Compare it with the family card.`,
    ),
  noKk: () =>
    faultOf(
      'no-kk',
      'Nomor KK kosong, sehingga keluarganya tidak diketahui. Isi dari Kartu Keluarga; bila tidak ada, tambahkan keluarga ini saat kunjungan.',
      'The KK is blank, so the family is not known. Fill it in from the family card; if there is none, add the family during a visit.',
    ),
  noName: () =>
    faultOf(
      'no-name',
      'Nama kosong. Isi nama lengkap sesuai KTP atau KK.',
      'The name is blank. Fill in the full name.',
    ),
  badDate: (value: string) =>
    faultOf(
      'bad-date',
      `Tanggal lahir ${show(value)} tidak ada di kalender. Tulis seperti 1990-10-31 atau 31/10/1990; kosongkan bila tidak diketahui.`,
      `Birth date ${show(value)} is not in the calendar. Write it like 1990-10-31 or 31/10/1990; leave it blank if unknown.`,
    ),
  futureDate: (value: string, asOf: string) =>
    faultOf(
      'bad-date',
      `Tanggal lahir ${show(value)} sesudah tanggal daftar (${asOf}). Perbaiki tahunnya; kosongkan bila tidak diketahui.`,
      `Birth date ${show(value)} is after the date of the list (${asOf}). Correct the year; leave it blank if unknown.`,
    ),
  badSex: (value: string) =>
    faultOf(
      'bad-sex',
      `Jenis kelamin "${show(value)}" tidak dikenal. Tulis L atau P (atau 1 atau 2); boleh kosong bila NIK terisi.`,
      `Sex "${show(value)}" is not known. Write L or P (or 1 or 2); it may be blank where there is a NIK.`,
    ),
  badNeighbourhood: (kind: 'RT' | 'RW', value: string) =>
    faultOf(
      'bad-neighbourhood',
      `${kind} "${show(value)}" harus 1 sampai 3 angka, misalnya 5 atau 005. Kosongkan bila tidak diketahui.`,
      `${kind} "${show(value)}" must be 1 to 3 digits, like 5 or 005. Leave it blank if unknown.`,
    ),
  otherCity: (value: string) =>
    faultOf(
      'other-city',
      value === ''
        ? 'Kolom kabupaten_kota kosong. Isi KOTA BANDUNG bila keluarga ini memang di Kota Bandung.'
        : `Kabupaten/kota "${show(value)}" bukan Kota Bandung. Keluarkan baris ini, atau tulis KOTA BANDUNG bila keliru.`,
      value === ''
        ? 'Column kabupaten_kota is blank. Write KOTA BANDUNG if this family is in the city of Bandung.'
        : `"${show(value)}" is not the city of Bandung. Leave this row out, or write KOTA BANDUNG if it is a mistake.`,
    ),
  unknownKelurahan: (value: string, nearest: readonly Kelurahan[]) =>
    faultOf(
      'unknown-kelurahan',
      nearest.length === 0
        ? `Kelurahan "${show(value)}" tidak ada di Kota Bandung. Perbaiki sesuai nama resminya.`
        : `Kelurahan "${show(value)}" tidak ada di Kota Bandung. Mungkin maksudnya: ${namesOf(nearest, 'Kec.')}. Perbaiki namanya.`,
      nearest.length === 0
        ? `There is no kelurahan "${show(value)}" in Bandung. Correct it to its official name.`
        : `There is no kelurahan "${show(value)}" in Bandung. Did you mean: ${namesOf(nearest, 'kecamatan')}? Correct the name.`,
    ),
  /** @param line first line with this NIK in the same file, null where it stands in the list that is added to */
  doubleNik: (nik: string, line: number | null) =>
    faultOf(
      'double-nik',
      line === null
        ? `NIK ${nik} sudah ada di daftar yang terbit. Cocokkan dengan KTP: perbaiki NIK-nya, atau hapus baris ini bila orangnya sama.`
        : `NIK ${nik} sudah dipakai di baris ${line}. Cocokkan dengan KTP: perbaiki yang salah, atau hapus salah satu bila orangnya sama.`,
      line === null
        ? `NIK ${nik} is in the published list already. Compare with the identity card: correct it, or delete this row if it is the same person.`
        : `NIK ${nik} was used in line ${line} already. Compare with the identity cards: correct the wrong one, or delete one if it is the same person.`,
    ),
}
