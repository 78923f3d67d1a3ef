import { defineWords } from '../language/define-words.ts'

/** What the fields of a survey and of offices say. */
export const fieldWords = defineWords({
  clear: { id: 'Kosongkan', en: 'Clear' },
  choose: { id: 'Pilih …', en: 'Choose …' },
  day: { id: 'Tanggal', en: 'Day' },
  month: { id: 'Bulan', en: 'Month' },
  year: { id: 'Tahun', en: 'Year' },
  dateExample: { id: 'Contoh: 27 3 1961', en: 'For example 27 3 1961' },
  noSuchDate: { id: 'Tanggal ini tidak ada di kalender', en: 'This date is not in the calendar' },
  dateUnfinished: { id: 'Isi tanggal, bulan, dan tahun', en: 'Fill in day, month and year' },
  dateMayBePartial: {
    id: 'Kosongkan tanggal atau bulan kalau tidak tahu',
    en: 'Leave the day or the month empty if it is not known',
  },
  yearMissing: { id: 'Isi tahunnya', en: 'Fill in the year' },
  monthMissing: {
    id: 'Isi bulannya, atau kosongkan tanggalnya',
    en: 'Fill in the month, or empty the day',
  },
  dateLessExact: {
    id: 'Belum disimpan: tanggal lengkap yang tadi masih dipakai',
    en: 'Not saved: the full date from before is still kept',
  },
  takeLessExact: { id: 'Tanggal lengkapnya tidak tahu', en: 'The full date is not known' },
  noNumber: { id: 'Tulis dengan angka saja', en: 'Write it in digits only' },
  numberTooLong: { id: 'Angkanya terlalu panjang', en: 'The number is too long' },
  tooExact: {
    id: (decimals: number) =>
      decimals === 0 ? 'Tulis angka bulat, tanpa koma' : `Paling banyak ${decimals} angka di belakang koma`,
    en: (decimals) =>
      decimals === 0 ? 'Write a whole number' : `No more than ${decimals} digits behind the comma`,
  },
  signHere: { id: 'Tanda tangan di sini', en: 'Sign here' },
  signed: { id: 'sudah ada', en: 'given' },
  notSigned: { id: 'belum ada', en: 'not given' },
  signAgain: { id: 'Hapus dan ulangi', en: 'Clear and sign again' },
  padFailed: {
    id: 'Bidang tanda tangan belum dapat dimuat. Buka lagi bagian ini.',
    en: 'The pad could not be loaded. Open this section again.',
  },
  unanswered: { id: 'Belum dijawab', en: 'Not answered yet' },
  notKnown: { id: 'Tidak tahu', en: 'Does not know' },
  refused: { id: 'Menolak menjawab', en: 'Refuses to answer' },
  yearWrong: { id: 'Tahun ditulis dengan 4 angka', en: 'The year has 4 digits' },
  yearTooOld: { id: 'Tahun terlalu lama. Periksa lagi', en: 'The year is too long ago. Check it' },
  monthUnknown: { id: 'Lupa bulannya', en: 'Month not known' },
  digits: {
    id: (count: number, of: number) => `${count} dari ${of} angka`,
    en: (count, of) => `${count} of ${of} digits`,
  },
  chooseFile: { id: 'Pilih berkas', en: 'Choose a file' },
  otherFile: { id: 'Ganti berkas', en: 'Choose another file' },
})
