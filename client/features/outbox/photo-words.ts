import { defineWords } from '../../ui/language/define-words.ts'

export const photoPostWords = defineWords({
  title: { id: 'Foto', en: 'Photos' },
  waiting: {
    id: (count: string, size: string) => `${count} foto, ${size} menunggu`,
    en: (count, size) => (count === '1' ? `1 photo, ${size} waiting` : `${count} photos, ${size} waiting`),
  },
  size: {
    id: (count: string, size: string) => `${count} foto, ${size}`,
    en: (count, size) => (count === '1' ? `1 photo, ${size}` : `${count} photos, ${size}`),
  },
  allReceived: { id: 'Tidak ada foto yang menunggu', en: 'No photo waits' },
  follow: {
    id: 'Foto dikirim sendiri, satu per satu, sesudah surveinya diterima. Jangan hapus data aplikasi.',
    en: 'Photos are sent by themselves, one by one, after their surveys are received. Do not clear the app’s data.',
  },
  sending: { id: 'Sedang mengirim foto', en: 'Sending a photo' },
  of: { id: (some: string, all: string) => `${some} dari ${all}`, en: (some, all) => `${some} of ${all}` },
  heldMobile: {
    id: 'Ponsel ini sekarang memakai data seluler. Foto menunggu Wi-Fi.',
    en: 'This phone uses mobile data now. Photos wait for Wi-Fi.',
  },
  heldUnknown: {
    id: 'Peramban ini tidak memberi tahu apakah jaringannya Wi-Fi. Foto menunggu sampai Anda mengirimnya sendiri.',
    en: 'This browser does not say whether the network is Wi-Fi. Photos wait until you send them.',
  },
  sendNow: {
    id: (size: string) => `Kirim foto sekarang (${size})`,
    en: (size) => `Send photos now (${size})`,
  },
  retryAt: {
    id: (time: string) => `Dicoba lagi sendiri pukul ${time}.`,
    en: (time) => `Tried again by itself at ${time}.`,
  },
  behindSurvey: { id: 'menunggu surveinya', en: 'waits for its survey' },
  refused: { id: 'Tidak diterima', en: 'Not taken' },
  onlyOnWifi: { id: 'Kirim foto hanya lewat Wi-Fi', en: 'Send photos only on Wi-Fi' },
  onlyOnWifiHint: {
    id: 'Survei tetap dikirim lewat jaringan apa pun.',
    en: 'Surveys are still sent on any network.',
  },
})
