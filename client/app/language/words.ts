import { defineWords } from '../../ui/language/define-words.ts'

/** What the shell says around every screen. */
export const shellWords = defineWords({
  skip: { id: 'Langsung ke isi', en: 'Skip to the content' },
  menu: { id: 'Menu', en: 'Menu' },
  otherLanguage: { id: 'English', en: 'Bahasa Indonesia' },
  themeSystem: { id: 'Tampilan ikut ponsel', en: 'Same as the phone' },
  themeLight: { id: 'Tampilan terang', en: 'Light' },
  themeDark: { id: 'Tampilan gelap', en: 'Dark' },
  sunOn: { id: 'Mode terik: huruf tebal, hitam putih', en: 'Sun mode: heavy letters, black and white' },
  signOut: { id: 'Keluar', en: 'Sign out' },
  enumerator: { id: 'Pendata', en: 'Enumerator' },
  supervisor: { id: 'Pengawas', en: 'Supervisor' },
  cityAdmin: { id: 'Admin kota', en: 'City admin' },
  caseWorker: { id: 'Pekerja sosial', en: 'Case worker' },
  signInToSend: { id: 'Masuk lagi untuk mengirim', en: 'Sign in again to send' },
  signInAgain: { id: 'Masuk lagi', en: 'Sign in again' },
  expired: { id: 'Sesi berakhir', en: 'The session has ended' },
  expiredField: {
    id: 'Anda tetap dapat mendata. Semua tersimpan di ponsel ini dan dikirim setelah Anda masuk lagi.',
    en: 'You can go on working. All of it is kept on this phone and is sent once you sign in again.',
  },
  expiredOther: {
    id: 'Masuk lagi untuk melihat dan mengubah data.',
    en: 'Sign in again to see and change data.',
  },
  updateReady: { id: 'Versi baru siap dipakai', en: 'A new version is ready' },
  updateNow: { id: 'Perbarui', en: 'Update' },
  installTitle: { id: 'Pasang di layar utama', en: 'Put it on the home screen' },
  installText: {
    id: 'Lebih cepat dibuka, dan data di ponsel lebih aman.',
    en: 'Quicker to open, and the data on the phone is safer.',
  },
  install: { id: 'Pasang', en: 'Install' },
  later: { id: 'Nanti', en: 'Later' },
  retired: {
    id: 'Aplikasi sudah diperbarui di tab lain. Muat ulang halaman ini untuk melanjutkan.',
    en: 'The app was updated in another tab. Reload this page to go on.',
  },
  reload: { id: 'Muat ulang', en: 'Reload' },
  brokenTitle: { id: 'Layar ini bermasalah', en: 'This screen has failed' },
  brokenText: {
    id: 'Jawaban yang sudah tersimpan tetap aman di perangkat ini. Muat ulang untuk melanjutkan.',
    en: 'Answers that were saved are safe on this device. Reload to go on.',
  },
  missingTitle: { id: 'Layar ini belum terunduh', en: 'This screen is not on the device yet' },
  missingText: {
    id: 'Sambungkan ke internet, lalu muat ulang. Jawaban yang sudah tersimpan tetap aman di perangkat ini.',
    en: 'Connect to the internet, then reload. Answers that were saved are safe on this device.',
  },
  cannotOpenTitle: {
    id: 'Data di perangkat ini tidak dapat dibuka',
    en: 'The data on this device cannot be opened',
  },
  cannotOpenText: {
    id: 'Peramban menolak membuka penyimpanan. Tutup jendela penyamaran atau kosongkan sedikit ruang, lalu muat ulang. Jangan hapus data aplikasi.',
    en: 'The browser refuses to open its storage. Leave private browsing or free some space, then reload. Do not clear the app’s data.',
  },
})

/** The quiet line at the top of the phone: whether there is a network and what has not been sent. */
export const stateLineWords = defineWords({
  unsent: { id: (count: string) => `${count} belum terkirim`, en: (count) => `${count} not sent` },
  allSent: { id: 'semua terkirim', en: 'all sent' },
  lastSent: { id: (when: string) => `terakhir kirim ${when}`, en: (when) => `last sent ${when}` },
  neverSent: { id: 'belum pernah kirim', en: 'never sent' },
  starting: { id: 'Tersimpan di ponsel', en: 'Kept on this phone' },
  sending: {
    id: (sent: string, total: string) => `Mengirim ${sent} dari ${total}`,
    en: (sent, total) => `Sending ${sent} of ${total}`,
  },
  receiving: {
    id: (received: string, expected: string) => `Menerima ${received} dari ${expected}`,
    en: (received, expected) => `Receiving ${received} of ${expected}`,
  },
  asking: { id: 'Memeriksa kabar baru', en: 'Fetching updates' },
  busy: { id: 'Server sibuk', en: 'Server busy' },
  stopped: { id: 'Kiriman terhenti', en: 'Sending stopped' },
  seeWhy: { id: 'lihat sebabnya', en: 'see why' },
})
