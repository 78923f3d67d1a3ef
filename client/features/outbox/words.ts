import { defineWords } from '../../ui/language/define-words.ts'
import { counted } from '../../ui/language/counted.ts'

export const outboxWords = defineWords({
  title: { id: 'Kiriman', en: 'Outbox' },
  sendNow: { id: 'Kirim sekarang', en: 'Send now' },
  lastSent: { id: (when: string) => `Terakhir kirim ${when}`, en: (when) => `Last sent ${when}` },
  neverSent: { id: 'Belum pernah kirim dari ponsel ini', en: 'Nothing has been sent from this phone yet' },
  starting: { id: 'Belum dicoba sejak aplikasi dibuka', en: 'Not tried since the app was opened' },
  sending: { id: 'Sedang mengirim', en: 'Sending' },
  receiving: { id: 'Sedang menerima', en: 'Receiving' },
  asking: { id: 'Memeriksa kabar baru', en: 'Fetching updates' },
  of: { id: (some: string, all: string) => `${some} dari ${all}`, en: (some, all) => `${some} of ${all}` },
  bytesLeft: {
    id: (changes: string, size: string) => `${changes} kiriman, ${size} lagi`,
    en: (changes, size) => `${changes} sent, ${size} to go`,
  },
  upToDate: { id: 'Semua survei sudah diterima server', en: 'The server has received all surveys' },
  waits: {
    id: (count: string) => `${count} survei belum terkirim`,
    en: (count) => counted(count, 'survey not sent yet', 'surveys not sent yet'),
  },
  waitsText: {
    id: 'Dikirim sendiri begitu bisa. Anda tidak perlu menunggu.',
    en: 'Sent by itself as soon as possible. You need not wait.',
  },
  offline: { id: 'Luring', en: 'Offline' },
  unreachableText: {
    id: 'Server tidak terjangkau. Semuanya aman di ponsel ini.',
    en: 'The server cannot be reached. All of it is safe on this phone.',
  },
  busy: { id: 'Server sibuk', en: 'Server busy' },
  busyText: {
    id: 'Server sedang melayani banyak ponsel. Semuanya aman di ponsel ini.',
    en: 'The server is serving many phones. All of it is safe on this phone.',
  },
  retryAt: {
    id: (time: string) => `Dicoba lagi sendiri pukul ${time}.`,
    en: (time) => `Tried again by itself at ${time}.`,
  },
  stopped: { id: 'Pengiriman berhenti', en: 'Sending has stopped' },
  heldTitle: { id: 'Ditahan pengawas', en: 'Held for the supervisor' },
  heldWhy: {
    id: 'Sudah sampai di server dan aman, tetapi belum masuk survei. Pengawas memutuskannya.',
    en: 'It has reached the server and is safe, but is not in the survey yet. The supervisor decides on it.',
  },
  refusedTitle: { id: 'Penyerahan tidak diterima', en: 'Submission not taken' },
  refusedWhat: {
    id: 'Buka surveinya, perbaiki, lalu serahkan lagi.',
    en: 'Open the survey, mend it and submit it again.',
  },
  handedTitle: { id: 'Dialihkan ke pendata lain', en: 'Handed to another enumerator' },
  handedWhat: {
    id: 'Jawaban Anda sudah masuk survei. Pendata itu yang melanjutkan; tidak ada lagi yang perlu Anda kerjakan.',
    en: 'Your answers are in the survey. That enumerator goes on with it; there is nothing more for you to do.',
  },
  handedTo: {
    id: (name: string, when: string) => `Dilanjutkan ${name} · ${when}`,
    en: (name, when) => `${name} goes on with it · ${when}`,
  },
  waitingTitle: { id: 'Belum terkirim', en: 'Not sent yet' },
  receivedTitle: { id: 'Diterima server', en: 'Received by the server' },
  backedUp: { id: 'Dicadangkan', en: 'Backed up' },
  backedUpWhat: {
    id: 'berarti salinannya sudah ada di tempat penyimpanan lain juga. Yang lain belum.',
    en: 'means that a copy is on other storage, too. The others have none yet.',
  },
  stillDraft: { id: 'draf, belum diserahkan', en: 'draft, not submitted yet' },
  whyOffline: { id: 'menunggu jaringan', en: 'waits for a network' },
  whyBusy: { id: 'menunggu server', en: 'waits for the server' },
  whyStopped: { id: 'pengiriman berhenti', en: 'sending has stopped' },
  whySending: { id: 'sedang dikirim', en: 'being sent' },
  whyTurn: { id: 'menunggu giliran', en: 'waits for its turn' },
  changedAt: { id: (when: string) => `diubah ${when}`, en: (when) => `changed ${when}` },
  nameless: { id: 'Nama belum diketahui', en: 'Name not known yet' },
  noLongerHere: { id: 'Rumah di luar wilayah Anda sekarang', en: 'A household outside your areas now' },
  emptyTitle: { id: 'Tidak ada yang menunggu', en: 'Nothing waits' },
  emptyText: {
    id: 'Survei yang Anda isi muncul di sini sampai server menerimanya.',
    en: 'Surveys that you fill in stand here until the server has received them.',
  },
})
