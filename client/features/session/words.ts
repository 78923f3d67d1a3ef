import { defineWords } from '../../ui/language/define-words.ts'

export const sessionWords = defineWords({
  title: { id: 'Masuk', en: 'Sign in' },
  tagline: {
    id: 'Mendata dari rumah ke rumah, tepat dan tuntas.',
    en: 'House by house, right and complete.',
  },
  purpose: {
    id: 'Survei rumah tangga Dinas Sosial Kota Bandung.',
    en: 'Household survey of the Bandung Social Affairs Office.',
  },
  offline: { id: 'Bekerja tanpa sinyal', en: 'Works without a signal' },
  offlineText: {
    id: 'Jawaban tersimpan di ponsel dan terkirim sendiri saat ada jaringan.',
    en: 'Answers are kept on the phone and sent by themselves once there is a network.',
  },
  private: { id: 'Data warga dijaga', en: 'People’s data is guarded' },
  privateText: {
    id: 'Anda hanya melihat wilayah tugas Anda.',
    en: 'You only see the areas you were given.',
  },
  once: { id: 'Masuk sekali saja', en: 'Sign in once' },
  onceText: {
    id: 'Sambungkan ke internet untuk masuk pertama kali. Setelah itu aplikasi terbuka juga tanpa jaringan.',
    en: 'Connect to the internet for the first sign-in. After that the app opens without a network too.',
  },
  username: { id: 'Nama pengguna', en: 'User name' },
  password: { id: 'Kata sandi', en: 'Password' },
  passwordHelp: {
    id: 'Lupa kata sandi? Minta pengawas Anda membuat yang baru.',
    en: 'Forgotten it? Ask your supervisor for a new one.',
  },
  submit: { id: 'Masuk', en: 'Sign in' },
  submitting: { id: 'Sedang masuk …', en: 'Signing in …' },
  usernameMissing: { id: 'Isi nama pengguna', en: 'Enter your user name' },
  passwordMissing: { id: 'Isi kata sandi', en: 'Enter your password' },
  failed: { id: 'Belum berhasil masuk', en: 'Not signed in yet' },
  unreachable: {
    id: 'Tidak ada sambungan ke server. Periksa data seluler atau Wi-Fi, lalu coba lagi.',
    en: 'The server cannot be reached. Check mobile data or Wi-Fi, then try again.',
  },
  againTitle: { id: 'Masuk lagi', en: 'Sign in again' },
  againText: {
    id: 'Sesi berakhir. Semua yang belum terkirim tetap ada di ponsel ini.',
    en: 'The session has ended. All that was not sent is still on this phone.',
  },
})
