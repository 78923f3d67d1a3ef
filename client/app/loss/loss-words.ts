import { defineWords } from '../../ui/language/define-words.ts'
import { counted } from '../../ui/language/counted.ts'

export const lossWords = defineWords({
  title: { id: 'Data di ponsel ini hilang', en: 'The data on this phone is gone' },
  what: {
    id: 'Peramban mengosongkan penyimpanan aplikasi ini. Yang pernah diterima server tetap aman di server; tidak ada yang dihapus di sana.',
    en: 'The browser has emptied this app’s storage. All that the server ever received is safe there; nothing was deleted.',
  },
  unsent: {
    id: (count: string, when: string) =>
      `Yang mungkin hilang: paling banyak ${count} survei, yang belum terkirim saat terakhir dicatat (${when}).`,
    en: (count, when) =>
      `What may be lost: at most ${counted(count, 'survey')} not sent when last noted (${when}).`,
  },
  nothing: {
    id: (when: string) => `Saat terakhir dicatat (${when}) semuanya sudah terkirim.`,
    en: (when) => `When last noted (${when}) everything had been sent.`,
  },
  unknown: {
    id: 'Berapa survei yang belum terkirim tidak diketahui lagi.',
    en: 'How many surveys had not been sent is not known any more.',
  },
  signIn: {
    id: 'Masuk lagi selagi ada jaringan: daftar rumah diambil kembali, dan pengawas diberi tahu. Catat rumah mana yang Anda data sejak terakhir terkirim.',
    en: 'Sign in again while there is a network: the list of households is fetched again, and the supervisor is told. Write down which households you surveyed since you last sent.',
  },
  told: {
    id: 'Pengawas Anda sudah diberi tahu lewat server. Hubungi juga beliau, dan sebutkan rumah mana yang Anda data sejak terakhir terkirim.',
    en: 'Your supervisor was told through the server. Call them, too, and name the households that you surveyed since you last sent.',
  },
  notTold: {
    id: 'Pengawas belum bisa diberi tahu lewat server; aplikasi mencobanya lagi saat dibuka. Hubungi beliau sekarang.',
    en: 'The supervisor could not be told through the server yet; the app tries again when it is opened. Call them now.',
  },
  telling: { id: 'Memberi tahu pengawas …', en: 'Telling the supervisor …' },
  toSignIn: { id: 'Lanjut masuk', en: 'Go on to sign in' },
  understood: { id: 'Saya mengerti', en: 'I understand' },
})
