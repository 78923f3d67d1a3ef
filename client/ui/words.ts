import { defineWords } from './language/define-words.ts'

/** What the components themselves say. */
export const kitWords = defineWords({
  optional: { id: 'tidak wajib', en: 'optional' },
  help: { id: 'Bantuan', en: 'Help' },
  warning: { id: 'Periksa', en: 'Check' },
  error: { id: 'Salah', en: 'Error' },
  showPassword: { id: 'Tampilkan kata sandi', en: 'Show password' },
  hidePassword: { id: 'Sembunyikan kata sandi', en: 'Hide password' },
  clear: { id: 'Kosongkan', en: 'Clear' },
  clearSearch: { id: 'Hapus pencarian', en: 'Clear search' },
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
  noNumber: { id: 'Tulis dengan angka saja', en: 'Write it in digits only' },
  numberTooLong: { id: 'Angkanya terlalu panjang', en: 'The number is too long' },
  tooExact: {
    id: (decimals: number) =>
      decimals === 0 ? 'Tulis angka bulat, tanpa koma' : `Paling banyak ${decimals} angka di belakang koma`,
    en: (decimals) =>
      decimals === 0 ? 'Write a whole number' : `No more than ${decimals} digits behind the comma`,
  },
  unanswered: { id: 'Belum dijawab', en: 'Not answered yet' },
  notKnown: { id: 'Tidak tahu', en: 'Does not know' },
  refused: { id: 'Menolak menjawab', en: 'Refuses to answer' },
  yearWrong: { id: 'Tahun ditulis dengan 4 angka', en: 'The year has 4 digits' },
  monthUnknown: { id: 'Bulan tidak ingat', en: 'Month not known' },
  back: { id: 'Kembali', en: 'Back' },
  close: { id: 'Tutup', en: 'Close' },
  more: { id: 'Menu lain', en: 'More' },
  loading: { id: 'Memuat …', en: 'Loading …' },
  working: { id: 'Sedang diproses', en: 'Working' },
  stepOf: {
    id: (step: number, total: number) => `${step} dari ${total}`,
    en: (step, total) => `${step} of ${total}`,
  },
  stepDone: { id: 'lengkap', en: 'complete' },
  stepOpen: { id: 'belum lengkap', en: 'not complete' },
  stepUnseen: { id: 'belum dibuka', en: 'not opened yet' },
  stepAttention: { id: 'perlu diperiksa', en: 'needs a look' },
  allSteps: { id: 'Semua bagian', en: 'All sections' },
  digits: {
    id: (count: number, of: number) => `${count} dari ${of} angka`,
    en: (count, of) => `${count} of ${of} digits`,
  },
  chooseFile: { id: 'Pilih berkas', en: 'Choose a file' },
  otherFile: { id: 'Ganti berkas', en: 'Choose another file' },
})

/** Where a survey or its sending stands: the same word and sign on every screen. */
export const statusWords = defineWords({
  notVisited: { id: 'Belum didata', en: 'Not visited' },
  draft: { id: 'Draf', en: 'Draft' },
  unsent: { id: 'Belum terkirim', en: 'Not sent yet' },
  sending: { id: 'Sedang dikirim', en: 'Sending' },
  received: { id: 'Diterima', en: 'Received' },
  submitted: { id: 'Diserahkan', en: 'Submitted' },
  inReview: { id: 'Ditinjau', en: 'In review' },
  returned: { id: 'Dikembalikan', en: 'Returned' },
  approved: { id: 'Disetujui', en: 'Approved' },
  rejected: { id: 'Ditolak', en: 'Rejected' },
  folded: { id: 'Masuk basis data', en: 'In the register' },
  conflict: { id: 'Bentrok', en: 'Conflict' },
  quarantined: { id: 'Ditahan pengawas', en: 'Held back' },
  late: { id: 'Menyusul', en: 'Late' },
  offline: { id: 'Luring', en: 'Offline' },
  online: { id: 'Daring', en: 'Online' },
})
