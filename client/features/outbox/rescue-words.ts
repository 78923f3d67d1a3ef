import { defineWords } from '../../ui/language/define-words.ts'
import { counted } from '../../ui/language/counted.ts'

export const rescueWords = defineWords({
  title: { id: 'Selamatkan ke berkas', en: 'Rescue to a file' },
  about: {
    id: 'Bila ponsel rusak atau lama tanpa jaringan: semua yang belum aman di server dijadikan satu berkas terkunci. Kirim ke pengawas lewat kartu memori, kabel, atau pesan; hanya server yang bisa membukanya.',
    en: 'If the phone fails or is long without a network: all that is not safe on the server goes into one locked file. Give it to your supervisor by memory card, cable or message; only the server can open it.',
  },
  make: { id: 'Buat berkas', en: 'Make the file' },
  making: { id: 'Membuat berkas', en: 'Making the file' },
  keyMissing: {
    id: 'Belum bisa: sambungkan ponsel sekali ke jaringan, lalu buka lagi aplikasi ini.',
    en: 'Not possible yet: connect the phone to a network once, then open this app again.',
  },
  done: { id: 'Berkas sudah dibuat', en: 'The file is made' },
  doneText: {
    id: (name: string, changes: string, photos: string) =>
      `${name}: ${changes} kiriman dan ${photos} foto. Ada di folder unduhan ponsel.`,
    en: (name, changes, photos) =>
      `${name}: ${counted(changes, 'change')} and ${counted(photos, 'photo')}. It is in the phone’s downloads.`,
  },
  stays: {
    id: 'Jangan hapus data aplikasi: ponsel tetap mengirim sendiri begitu bisa, dan tidak ada yang tercatat dua kali. Permintaan kunjungan rahasia tidak ikut dalam berkas.',
    en: 'Do not clear the app’s data: the phone still sends by itself as soon as it can, and nothing is recorded twice. Requests for a confidential visit are not in the file.',
  },
  failed: { id: 'Berkas belum jadi', en: 'The file was not made' },
  failedText: {
    id: 'Kosongkan sedikit ruang di ponsel, lalu coba lagi.',
    en: 'Free some room on the phone, then try again.',
  },
})
