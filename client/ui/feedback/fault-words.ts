import { defineWords } from '../language/define-words.ts'

export const faultWords = defineWords({
  offline: { id: 'Tidak ada sambungan ke server', en: 'The server cannot be reached' },
  offlineReading: {
    id: 'Bagian ini hanya bekerja dengan internet. Akan dicoba lagi sendiri; yang sudah Anda isi tetap ada.',
    en: 'This part works with the internet only. It will be tried again by itself; what you filled in stays.',
  },
  offlineActing: {
    id: 'Belum terkirim. Yang sudah Anda isi tetap ada; coba lagi setelah tersambung.',
    en: 'Not sent yet. What you filled in stays; try again once you are connected.',
  },
  failed: { id: 'Belum berhasil', en: 'That did not work' },
  tryAgain: { id: 'Coba lagi', en: 'Try again' },
})
