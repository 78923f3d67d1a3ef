import { defineWords } from '../../ui/language/define-words.ts'
import { counted } from '../../ui/language/counted.ts'

export const importWords = defineWords({
  title: { id: 'Impor daftar kementerian', en: 'Import a ministry list' },
  subtitle: {
    id: 'Daftar terbaru menggantikan daftar sebelumnya di ponsel pendata: rumah yang tidak ada lagi di dalamnya dan belum didata hilang dari sana. Impor daftar seluruh kota. Basis data terpadu tidak diubah.',
    en: 'The newest list takes the place of the one before on the enumerators’ phones: houses that are no longer on it and were not surveyed leave them. Import the list of the whole city. The register is not changed.',
  },
  steps: { id: 'Langkah impor', en: 'Steps of the import' },
  stepFile: { id: 'Pilih berkas', en: 'Choose the file' },
  stepReading: { id: 'Dibaca', en: 'Reading' },
  stepResult: { id: 'Hasil', en: 'Result' },
  file: { id: 'Berkas daftar', en: 'File of the list' },
  fileHint: {
    id: 'Format dtks-dump-17: teks yang dipisah tanda |, baris pertama berisi 17 nama kolom.',
    en: 'Format dtks-dump-17: text separated by |, its first line holds the 17 column names.',
  },
  fileMissing: { id: 'Pilih berkasnya dulu', en: 'Choose the file first' },
  fileEmpty: { id: 'Berkas ini kosong', en: 'This file is empty' },
  fileExcel: {
    id: 'Ini berkas Excel. Simpan dulu sebagai teks (CSV) yang dipisah tanda |.',
    en: 'This is an Excel file. Save it as text (CSV) separated by | first.',
  },
  asOf: { id: 'Tanggal daftar', en: 'Date of the list' },
  asOfHelp: {
    id: 'Tanggal yang tertulis pada daftar dari kementerian, bukan hari ini. Baris yang diperbaiki: tanggal daftar asalnya.',
    en: 'The date on the ministry’s list, not today. For mended rows: the date of the list that they mend.',
  },
  asOfHint: { id: 'Contoh: 31 10 2026', en: 'For example 31 10 2026' },
  asOfMissing: { id: 'Isi tanggal daftar', en: 'Enter the date of the list' },
  asOfFuture: {
    id: 'Tanggal daftar tidak boleh sesudah hari ini',
    en: 'The list cannot be dated after today',
  },
  start: { id: 'Kirim dan baca berkas', en: 'Send and read the file' },
  sending: { id: 'Mengirim berkas', en: 'Sending the file' },
  sendingDetail: {
    id: (share: string, size: string) => `${share} dari ${size}`,
    en: (share, size) => `${share} of ${size}`,
  },
  checking: { id: 'Server memeriksa berkas', en: 'The server checks the file' },
  sendingStay: {
    id: 'Biarkan halaman ini terbuka sampai berkas terkirim. Sesudah itu boleh ditinggal.',
    en: 'Keep this page open until the file is sent. After that it can be left.',
  },
  earlier: { id: 'Impor sebelumnya', en: 'Earlier imports' },
  none: { id: 'Belum ada impor', en: 'No import yet' },
  noneText: {
    id: 'Pilih berkas daftar kementerian untuk memulai.',
    en: 'Choose the file of a ministry list to begin.',
  },
  columnFile: { id: 'Berkas', en: 'File' },
  columnAsOf: { id: 'Tanggal daftar', en: 'Dated' },
  columnState: { id: 'Keadaan', en: 'State' },
  columnAccepted: { id: 'Diterima', en: 'Accepted' },
  columnRejected: { id: 'Ditolak', en: 'Rejected' },
  columnStarted: { id: 'Diimpor', en: 'Imported' },
  reading: { id: 'Sedang dibaca', en: 'Reading' },
  publishing: { id: 'Sedang diterbitkan', en: 'Publishing' },
  published: { id: 'Selesai', en: 'Done' },
  failed: { id: 'Gagal', en: 'Failed' },
  newImport: { id: 'Impor daftar lain', en: 'Import another list' },
})

export const resultWords = defineWords({
  readingTitle: { id: 'Daftar sedang dibaca', en: 'The list is being read' },
  readingText: {
    id: 'Halaman ini boleh ditinggal; pembacaan jalan terus di server. Hasilnya ada di daftar impor.',
    en: 'This page can be left; the server goes on reading. The result will stand in the list of imports.',
  },
  bytesRead: { id: 'Berkas terbaca', en: 'Read of the file' },
  bytesOf: {
    id: (read: string, all: string) => `${read} dari ${all}`,
    en: (read, all) => `${read} of ${all}`,
  },
  publishingText: {
    id: 'Semua baris terbaca. Daftar sedang disiapkan untuk ponsel pendata.',
    en: 'All rows are read. The list is being made ready for the phones.',
  },
  acceptedRows: { id: 'Baris diterima', en: 'Rows accepted' },
  rejectedRows: { id: 'Baris ditolak', en: 'Rows rejected' },
  households: { id: 'Rumah tangga', en: 'Households' },
  sameFile: { id: 'Berkas ini sudah pernah diimpor', en: 'This file was imported before' },
  sameFileText: {
    id: (date: string) =>
      `Isinya sama dengan impor ${date}, jadi tidak ada yang diubah. Di bawah ini hasilnya.`,
    en: (date) =>
      `Its content is that of the import of ${date}, so nothing was changed. Its result stands below.`,
  },
  published: { id: 'Daftar sudah masuk', en: 'The list is in' },
  publishedText: {
    id: (households: string) =>
      `Selama tidak ada daftar yang lebih baru, ${households} rumah tangga muncul di ponsel pendata yang memegang wilayahnya, pada sinkron berikutnya. Rumah tangga di wilayah tanpa pendata menunggu penugasan. Basis data terpadu tidak diubah.`,
    en: (households) =>
      `As long as there is no newer list, ${counted(households, 'household appears', 'households appear')} on the phones of the enumerators who hold their areas, at the next sync. Those in areas that nobody holds wait for an assignment. The register was not changed.`,
  },
  toAssignments: { id: 'Ke penugasan', en: 'To assignments' },
  failed: { id: 'Impor gagal', en: 'The import failed' },
  failedText: { id: 'Tidak ada yang diubah.', en: 'Nothing was changed.' },
  fileFacts: { id: 'Tentang berkas', en: 'About the file' },
  size: { id: 'Ukuran', en: 'Size' },
  sha256: { id: 'SHA-256', en: 'SHA-256' },
  startedAt: { id: 'Mulai', en: 'Started' },
  endedAt: { id: 'Selesai', en: 'Ended' },
  rejectedTitle: { id: 'Baris yang ditolak', en: 'Rejected rows' },
  rejectedText: {
    id: 'Unduh baris yang ditolak, perbaiki, lalu impor sebagai berkas baru. Baris lain sudah diterima.',
    en: 'Download the rejected rows, mend them and import them as a new file. The other rows were accepted.',
  },
  rejectedAllText: {
    id: 'Unduh baris yang ditolak, perbaiki, lalu impor lagi.',
    en: 'Download the rejected rows, mend them and import again.',
  },
  noneRejected: { id: 'Semua baris diterima.', en: 'All rows were accepted.' },
  download: { id: 'Unduh baris yang ditolak', en: 'Download the rejected rows' },
  byReason: { id: 'Menurut alasan', en: 'By reason' },
  line: { id: (n: string) => `Baris ${n}`, en: (n) => `Line ${n}` },
  list: { id: 'Baris demi baris', en: 'Row by row' },
  showMore: { id: 'Tampilkan 100 berikutnya', en: 'Show the next 100' },
})

/** Why rows of a list are rejected, one text for each code of the wire. */
export const rejectionWords = defineWords({
  'wrong-columns': { id: 'Jumlah kolom tidak 17', en: 'Not 17 columns' },
  'broken-quotes': { id: 'Tanda kutip tidak berpasangan', en: 'Quotes do not pair' },
  'not-text': { id: 'Isinya bukan teks yang terbaca', en: 'Not readable text' },
  'bad-nik': { id: 'NIK tidak benar', en: 'Wrong NIK' },
  'bad-kk': { id: 'Nomor KK tidak benar', en: 'Wrong KK number' },
  'no-kk': { id: 'Tanpa nomor KK', en: 'No KK number' },
  'no-name': { id: 'Tanpa nama', en: 'No name' },
  'bad-date': { id: 'Tanggal lahir tidak benar', en: 'Wrong birth date' },
  'bad-sex': { id: 'Jenis kelamin tidak dikenal', en: 'Unknown sex' },
  'bad-neighbourhood': { id: 'RT atau RW bukan angka', en: 'RT or RW is no number' },
  'unknown-kelurahan': { id: 'Kelurahan tidak dikenal', en: 'Unknown kelurahan' },
  'other-city': { id: 'Di luar Kota Bandung', en: 'Outside the city of Bandung' },
  'double-nik': { id: 'NIK tercatat dua kali', en: 'NIK recorded twice' },
})
