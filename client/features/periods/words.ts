import { defineWords } from '../../ui/language/define-words.ts'
import { counted } from '../../ui/language/counted.ts'

export const periodWords = defineWords({
  title: { id: 'Periode', en: 'Periods' },
  openState: { id: 'Periode terbuka', en: 'Open period' },
  sealedState: { id: 'Sudah disegel', en: 'Sealed' },
  steps: { id: 'Langkah periode ini', en: 'Steps of this period' },
  stepImport: { id: 'Daftar kementerian', en: 'Ministry list' },
  stepApproved: { id: 'Survei disetujui', en: 'Surveys approved' },
  stepWaiting: { id: 'Menunggu pengawas', en: 'Waiting for a supervisor' },
  stepSeal: { id: 'Segel', en: 'Seal' },
  stepPackage: { id: 'Paket bulanan', en: 'Monthly package' },
  importDone: {
    id: (date: string, households: string) => `Tertanggal ${date}, ${households} rumah tangga`,
    en: (date, households) => `Dated ${date}, ${counted(households, 'household')}`,
  },
  importReading: { id: 'Sedang dibaca', en: 'Being read' },
  importNone: { id: 'Belum ada yang diimpor', en: 'None imported yet' },
  importUnknown: { id: 'Tidak dapat dimuat', en: 'Could not be loaded' },
  importThen: { id: 'Sebagaimana saat disegel', en: 'As it was at the seal' },
  approvedCount: { id: (n: string) => `${n} survei`, en: (n) => counted(n, 'survey') },
  approvedNone: { id: 'Belum ada', en: 'None yet' },
  waitingNone: { id: 'Tidak ada yang menunggu', en: 'Nothing waits' },
  waitingThen: { id: 'Masuk periode berikutnya', en: 'Went into the next period' },
  sealOpen: { id: 'Belum disegel', en: 'Not sealed yet' },
  sealing: { id: 'Sedang disegel', en: 'Being sealed' },
  sealedBy: {
    id: (when: string, name: string) => `${when} oleh ${name}`,
    en: (when, name) => `${when} by ${name}`,
  },
  packageOpen: { id: 'Dibuat saat disegel', en: 'Made by the seal' },
  packageReady: { id: 'Siap diunduh', en: 'Ready to download' },
  figures: { id: 'Angka periode ini', en: 'Figures of this period' },
  figuresNow: { id: 'Bila disegel sekarang', en: 'If sealed now' },
  surveys: { id: 'Survei', en: 'Surveys' },
  households: { id: 'Rumah tangga', en: 'Households' },
  families: { id: 'Keluarga', en: 'Families' },
  members: { id: 'Anggota', en: 'Members' },
  problems: { id: 'Masalah', en: 'Problems' },
  differences: { id: 'Beda dengan periode sebelumnya', en: 'Differences from the period before' },
  added: { id: 'Rumah tangga baru', en: 'Households new' },
  changed: { id: 'Rumah tangga berubah', en: 'Households changed' },
  gone: { id: 'Rumah tangga keluar', en: 'Households gone' },
  missTitle: {
    id: (n: string) => `${n} survei akan tertinggal`,
    en: (n) => counted(n, 'survey would be left out', 'surveys would be left out'),
  },
  missText: {
    id: 'Masih menunggu pengawas. Bila periode ini disegel sekarang, survei itu masuk periode berikutnya.',
    en: 'They still wait for a supervisor. If this period is sealed now, they go into the next one.',
  },
  emptyTitle: { id: 'Belum ada survei yang disetujui', en: 'No survey is approved yet' },
  emptyText: {
    id: 'Bila disegel sekarang, paketnya tidak memuat perubahan apa pun.',
    en: 'If it is sealed now, the package holds no change at all.',
  },
  seal: { id: 'Segel periode', en: 'Seal the period' },
  otherPeriods: { id: 'Semua periode', en: 'All periods' },
  columnPeriod: { id: 'Periode', en: 'Period' },
  columnState: { id: 'Keadaan', en: 'State' },
  columnPackage: { id: 'Paket', en: 'Package' },
  download: { id: 'Unduh', en: 'Download' },
  noneSealed: { id: 'Belum ada periode yang disegel.', en: 'No period has been sealed yet.' },
})

export const sealWords = defineWords({
  title: { id: (month: string) => `Segel ${month}?`, en: (month) => `Seal ${month}?` },
  what: {
    id: (surveys: string) =>
      `${surveys} survei yang disetujui masuk ke basis data terpadu, lalu paket bulanan untuk kementerian dibuat.`,
    en: (surveys) =>
      `${counted(surveys, 'approved survey goes', 'approved surveys go')} into the register, then the monthly package for the ministry is made.`,
  },
  waiting: {
    id: (n: string) => `${n} survei yang masih menunggu tidak ikut; masuk periode berikutnya.`,
    en: (n) =>
      `${counted(n, 'survey that still waits is left out; it goes', 'surveys that still wait are left out; they go')} into the next period.`,
  },
  final: {
    id: 'Segel tidak dapat dibatalkan. Perbaikan sesudahnya menjadi bagian periode berikutnya.',
    en: 'A seal cannot be undone. Later corrections become part of the next period.',
  },
  cancel: { id: 'Belum', en: 'Not yet' },
  confirm: { id: 'Ya, segel sekarang', en: 'Yes, seal it now' },
  working: { id: (month: string) => `Menyegel ${month}`, en: (month) => `Sealing ${month}` },
  workingDetail: {
    id: 'Survei dilipat ke basis data dan paket ditulis. Biasanya kurang dari satu menit. Halaman ini boleh ditinggal.',
    en: 'Surveys are folded into the register and the package is written. Usually less than a minute. This page can be left.',
  },
  unsure: {
    id: 'Sambungan terputus saat menyegel. Penyegelan mungkin sudah selesai di server; menyegel lagi tidak mengubah apa pun.',
    en: 'The connection was lost while sealing. It may be done at the server; sealing again changes nothing.',
  },
  done: { id: (month: string) => `${month} sudah disegel`, en: (month) => `${month} is sealed` },
  doneText: {
    id: 'Unduh paketnya dan kirimkan ke kementerian.',
    en: 'Download the package and send it to the ministry.',
  },
})

export const packageWords = defineWords({
  title: { id: 'Paket bulanan', en: 'Monthly package' },
  download: { id: 'Unduh paket', en: 'Download the package' },
  fileName: { id: 'Nama berkas', en: 'File name' },
  size: { id: 'Ukuran', en: 'Size' },
  sha256: { id: 'SHA-256', en: 'SHA-256' },
  sha256Text: {
    id: 'Cocokkan SHA-256 berkas yang diterima dengan angka ini: kalau sama, isinya utuh.',
    en: 'Compare the SHA-256 of the file received with this one: if they agree, its content is whole.',
  },
})
