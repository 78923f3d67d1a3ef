import { defineWords } from '../../../ui/language/define-words.ts'
import { counted } from '../../../ui/language/counted.ts'

export const rescueWords = defineWords({
  open: { id: 'Berkas penyelamatan', en: 'Rescue file' },
  title: { id: 'Masukkan berkas penyelamatan', en: 'Bring in a rescue file' },
  about: {
    id: 'Berkas dari ponsel pendata yang tidak bisa mengirim sendiri. Boleh dimasukkan lebih dari sekali: tidak ada yang tercatat dua kali.',
    en: 'A file from an enumerator’s phone that cannot send by itself. It may be brought in more than once: nothing is recorded twice.',
  },
  file: { id: 'Berkas (.selamat)', en: 'File (.selamat)' },
  fileMissing: { id: 'Pilih berkasnya dulu', en: 'Choose the file first' },
  send: { id: 'Masukkan', en: 'Bring in' },
  sending: { id: 'Mengirim berkas', en: 'Sending the file' },
  checking: { id: 'Membuka dan memeriksa berkas', en: 'Opening and checking the file' },
  close: { id: 'Tutup', en: 'Close' },
  taken: {
    id: (name: string) => `Kiriman ${name} sudah masuk`,
    en: (name) => `The work of ${name} is in`,
  },
  nothingNew: {
    id: (name: string) => `Tidak ada yang baru dari ${name}`,
    en: (name) => `Nothing new from ${name}`,
  },
  counts: {
    id: (taken: string, surveys: string, known: string) =>
      `Baru: ${taken} kiriman untuk ${surveys} survei. Sudah ada di server: ${known} kiriman.`,
    en: (taken, surveys, known) =>
      `New: ${counted(taken, 'change')} of ${counted(surveys, 'survey')}. On the server already: ${counted(known, 'change')}.`,
  },
  quarantined: {
    id: (count: string) => `${count} di antaranya ditahan di karantina dan menunggu Anda.`,
    en: (count) => `${count} of them are held in quarantine and wait for you.`,
  },
  photosTaken: {
    id: (taken: string, known: string) => `Foto: ${taken} baru, ${known} sudah ada.`,
    en: (taken, known) => `Photos: ${taken} new, ${known} there already.`,
  },
  photosLeft: {
    id: (count: string) =>
      `${count} foto belum bisa diambil: server kehabisan ruang, atau bukan foto lagi. Simpan berkasnya, hubungi admin kota, lalu masukkan lagi.`,
    en: (count) =>
      `${counted(count, 'photo')} could not be taken: the server has no room, or what came is no picture any more. Keep the file, call the city admin, then bring it in again.`,
  },
  refused: { id: 'Tidak ada yang diambil dari berkas ini', en: 'Nothing was taken from this file' },
  foreign: {
    id: 'Ini bukan berkas penyelamatan Yes Jitu. Pilih berkas yang namanya berakhir .selamat.',
    en: 'This is no rescue file of Yes Jitu. Choose the file whose name ends in .selamat.',
  },
  newer: {
    id: 'Berkas dibuat oleh aplikasi yang lebih baru. Perbarui server dulu.',
    en: 'The file was made by a newer app. Update the server first.',
  },
  'other-server': {
    id: 'Berkas dikunci untuk server lain. Masukkan di server tempat pendata biasa masuk.',
    en: 'The file is locked to another server. Bring it to the one where the enumerator signs in.',
  },
  cut: {
    id: 'Berkas terpotong. Salin lagi dari ponsel sampai selesai, lalu coba lagi.',
    en: 'The file is cut off. Copy it from the phone again to the end, then try again.',
  },
  damaged: {
    id: 'Berkas rusak di jalan. Salin lagi dari ponsel, atau minta pendata membuat yang baru.',
    en: 'The file was damaged on its way. Copy it from the phone again, or ask for a new one.',
  },
  'unknown-device': {
    id: 'Ponsel pembuat berkas ini tidak dikenal server. Hubungi admin kota.',
    en: 'The server does not know the phone that made this file. Call the city admin.',
  },
  'other-area': {
    id: 'Pendatanya tidak bertugas di wilayah Anda. Serahkan berkas ke pengawasnya atau admin kota.',
    en: 'The enumerator does not work in your areas. Give the file to their supervisor or the city admin.',
  },
  gap: {
    id: 'Server menunggu kiriman yang lebih awal dari ponsel itu. Minta pendata membuat berkas baru dari ponsel yang sama.',
    en: 'The server waits for earlier changes of that phone. Ask for a new file from the same phone.',
  },
})
