import { defineWords } from '../../../ui/language/define-words.ts'
import { counted } from '../../../ui/language/counted.ts'

export const queueWords = defineWords({
  title: { id: 'Tinjauan', en: 'Reviews' },
  queue: { id: 'Antrean tinjauan', en: 'Review queue' },
  filters: { id: 'Saring menurut status', en: 'Filter by status' },
  waiting: { id: 'Menunggu', en: 'Waiting' },
  returned: { id: 'Dikembalikan', en: 'Returned' },
  approved: { id: 'Disetujui', en: 'Approved' },
  rejected: { id: 'Ditolak', en: 'Rejected' },
  folded: { id: 'Masuk basis data', en: 'In the register' },
  drafts: { id: (n: string) => `${n} draf di ponsel pendata`, en: (n) => `${n} drafts with enumerators` },
  quarantined: {
    id: (n: string) => `${n} kiriman ditahan di karantina`,
    en: (n) => `${n} changes held in quarantine`,
  },
  nameless: { id: 'Tanpa nama', en: 'No name' },
  conflicts: {
    id: (n: string) => `${n} bentrok`,
    en: (n) => counted(n, 'conflict'),
  },
  problems: { id: (n: string) => `${n} masalah`, en: (n) => counted(n, 'problem') },
  photosMissing: {
    id: (n: string) => `${n} foto belum tiba`,
    en: (n) => counted(n, 'photo not here yet', 'photos not here yet'),
  },
  showMore: { id: 'Tampilkan berikutnya', en: 'Show more' },
  reload: { id: 'Muat ulang antrean', en: 'Reload the queue' },
  emptyWaiting: { id: 'Semua sudah ditinjau', en: 'All reviewed' },
  emptyWaitingText: {
    id: 'Survei yang diserahkan pendata akan muncul di sini.',
    en: 'Surveys that enumerators submit appear here.',
  },
  emptyOther: { id: 'Tidak ada survei dengan status ini', en: 'No survey stands here' },
  chooseTitle: { id: 'Pilih survei dari antrean', en: 'Choose a survey from the queue' },
  chooseText: {
    id: 'Yang paling lama menunggu ada di atas.',
    en: 'The one that has waited longest stands on top.',
  },
  openFirst: { id: 'Buka yang pertama', en: 'Open the first one' },
})
