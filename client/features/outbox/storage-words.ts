import { defineWords } from '../../ui/language/define-words.ts'

export const storageWords = defineWords({
  title: { id: 'Penyimpanan ponsel ini', en: 'Storage of this phone' },
  kept: {
    id: 'Peramban sudah berjanji tidak menghapus data aplikasi ini sendiri.',
    en: 'The browser has promised not to delete this app’s data by itself.',
  },
  notAsked: {
    id: 'Belum ada yang perlu dijaga. Begitu Anda menyimpan jawaban, peramban diminta menjaga datanya.',
    en: 'Nothing needs guarding yet. Once you save an answer, the browser is asked to keep the data.',
  },
  refusedTitle: { id: 'Data belum dijamin peramban', en: 'The browser does not vouch for the data' },
  refused: {
    id: 'Bila ponsel kehabisan ruang, peramban boleh menghapus data aplikasi ini. Pasang aplikasi di layar utama, kosongkan ruang, dan kirim setiap kali ada jaringan.',
    en: 'If the phone runs out of room, the browser may delete this app’s data. Install the app on the home screen, free some room, and send whenever there is a network.',
  },
  askAgain: { id: 'Minta lagi', en: 'Ask again' },
  unknown: {
    id: 'Peramban ini tidak bisa menjanjikan apa pun tentang data. Kirim setiap kali ada jaringan.',
    en: 'This browser can promise nothing about the data. Send whenever there is a network.',
  },
  used: { id: 'Terpakai aplikasi ini', en: 'Used by this app' },
  usedOf: {
    id: (used: string, all: string) => `${used} dari ${all}`,
    en: (used, all) => `${used} of ${all}`,
  },
  notSaid: {
    id: 'Peramban tidak memberi tahu sisa ruang.',
    en: 'The browser does not say how much is free.',
  },
  records: { id: 'Daftar dan survei', en: 'Lists and surveys' },
  photos: {
    id: (count: string) => `Foto (${count})`,
    en: (count) => `Photos (${count})`,
  },
  rest: { id: 'Aplikasi dan lainnya', en: 'The app and the rest' },
  free: { id: 'Sisa menurut peramban', en: 'Free, says the browser' },
  freeNote: {
    id: 'Peramban hanya memperkirakan: ruang ponsel yang sebenarnya bisa lebih kecil.',
    en: 'The browser only estimates: the phone may really have less room.',
  },
  littleTitle: { id: 'Ruang hampir habis', en: 'Little room is left' },
  little: {
    id: 'Hapus video atau berkas lain dari ponsel, lalu kirim surveinya. Bila ruang habis, foto tidak bisa disimpan lagi; jawaban masih bisa.',
    en: 'Delete videos or other files from the phone, then send the surveys. Once the room is gone no more photos can be kept; answers still can.',
  },
  reserveTitle: { id: 'Tidak ada ruang lagi untuk foto', en: 'No room for photos any more' },
  reserve: {
    id: 'Sisa ruang disimpan untuk jawaban. Hapus video atau berkas lain dari ponsel, lalu kirim surveinya.',
    en: 'What is left is kept for answers. Delete videos or other files from the phone, then send the surveys.',
  },
  failed: { id: 'Penyimpanan tidak bisa diukur sekarang.', en: 'The storage cannot be measured now.' },
  gigabytes: { id: (n: string) => `${n} GB`, en: (n) => `${n} GB` },
})
