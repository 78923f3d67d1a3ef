import { defineWords } from '../../../ui/language/define-words.ts'
import { counted } from '../../../ui/language/counted.ts'

export const paneWords = defineWords({
  survey: { id: 'Survei', en: 'Survey' },
  nameless: { id: 'Tanpa nama', en: 'No name' },
  tabs: { id: 'Isi survei', en: 'Parts of the survey' },
  differences: { id: 'Perubahan', en: 'Changes' },
  answers: { id: 'Jawaban lengkap', en: 'Full answers' },
  status: { id: 'Status', en: 'Status' },
  enumerator: { id: 'Pendata', en: 'Enumerator' },
  area: { id: 'Wilayah', en: 'Area' },
  visit: { id: 'Kunjungan', en: 'Visit' },
  visits: { id: (n: string) => `Kunjungan ke-${n}`, en: (n) => `Visit ${n}` },
  visitNote: { id: 'Catatan', en: 'Note' },
  noVisit: { id: 'belum ada', en: 'none yet' },
  notMet: {
    id: 'Rumah tangga ini tidak didata, jadi tidak ada jawaban yang perlu dibandingkan.',
    en: 'This household was not surveyed, so there are no answers to compare.',
  },
  returnedBy: { id: (name: string) => `Dikembalikan oleh ${name}`, en: (name) => `Returned by ${name}` },
  rejectedBy: { id: (name: string) => `Ditolak oleh ${name}`, en: (name) => `Rejected by ${name}` },
  saidBy: { id: (name: string) => `Pesan ${name}`, en: (name) => `Word of ${name}` },
  incomplete: { id: 'Belum lengkap', en: 'Not complete' },
  incompleteText: {
    id: 'Survei ini belum dapat disetujui. Kembalikan dengan alasan, supaya pendata melengkapinya.',
    en: 'This survey cannot be approved yet. Return it with a reason, so that the enumerator completes it.',
  },
  notice: { id: 'Pemberitahuan privasi', en: 'Privacy notice' },
  letStand: {
    id: (reason: string) => `Pendata: “${reason}”`,
    en: (reason) => `The enumerator: “${reason}”`,
  },
  quality: { id: 'Kendali mutu', en: 'Quality control' },
  odd: { id: 'Perlu dilihat lagi', en: 'Worth a second look' },
  conflictTitle: {
    id: (n: string) => `${n} bentrok: pilih jawaban yang benar`,
    en: (n) => counted(n, 'conflict: choose the right answer', 'conflicts: choose the right answers'),
  },
  conflictText: {
    id: 'Dua orang mengisi hal yang sama dengan jawaban berbeda. Selama belum dipilih, survei tidak dapat disetujui.',
    en: 'Two people answered the same with different words. Until one is chosen the survey cannot be approved.',
  },
  question: { id: 'Pertanyaan', en: 'Question' },
  standing: { id: 'Yang berlaku sekarang', en: 'What stands now' },
  offered: { id: (name: string) => `Jawaban ${name}`, en: (name) => `Answer of ${name}` },
  takeStanding: { id: 'Pakai yang berlaku', en: 'Keep what stands' },
  takeOffered: { id: (name: string) => `Pakai jawaban ${name}`, en: (name) => `Take ${name}’s answer` },
  nothing: { id: 'kosong', en: 'empty' },
  overlapTitle: {
    id: 'Tumpang tindih: diisi dua orang tanpa saling melihat',
    en: 'Overlap: answered by two people unseen by each other',
  },
  overlapText: {
    id: 'Jawaban keduanya sudah digabung. Periksa apakah semuanya cocok, lalu setujui.',
    en: 'The answers of both are merged. Check that they fit each other, then approve.',
  },
  overlapMore: { id: (n: string) => `dan ${n} lainnya`, en: (n) => `and ${n} more` },
})

export const decisionWords = defineWords({
  approve: { id: 'Setujui & berikutnya', en: 'Approve & next' },
  giveBack: { id: 'Kembalikan…', en: 'Return…' },
  reject: { id: 'Tolak survei…', en: 'Reject the survey…' },
  reopen: { id: 'Tinjau lagi', en: 'Review again' },
  more: { id: 'Tindakan lain', en: 'Other acts' },
  approved: { id: (name: string) => `Disetujui: ${name}`, en: (name) => `Approved: ${name}` },
  returned: { id: (name: string) => `Dikembalikan: ${name}`, en: (name) => `Returned: ${name}` },
  rejected: { id: (name: string) => `Ditolak: ${name}`, en: (name) => `Rejected: ${name}` },
  undo: { id: 'Urungkan', en: 'Undo' },
  reloadSurvey: { id: 'Muat ulang survei', en: 'Reload the survey' },
  moveKeys: { id: 'J/K pindah', en: 'J/K move' },
  keys: {
    id: 'J/K pindah · A setujui · R kembalikan',
    en: 'J/K move · A approve · R return',
  },
})

/** The phrases are our own choice; the enumerator reads them as they stand. */
export const reasonWords = defineWords({
  returnTitle: { id: 'Kembalikan ke pendata', en: 'Return to the enumerator' },
  rejectTitle: { id: 'Tolak survei ini', en: 'Reject this survey' },
  returnText: {
    id: (name: string) => `${name} membaca alasan ini di ponselnya, lalu memperbaiki survei.`,
    en: (name) => `${name} reads this reason on the phone, then mends the survey.`,
  },
  rejectText: {
    id: 'Survei yang ditolak tidak masuk basis data terpadu. Anda masih dapat meninjaunya lagi.',
    en: 'A rejected survey does not go into the register. You can still review it again.',
  },
  reason: { id: 'Alasan', en: 'Reason' },
  reasonMissing: { id: 'Tulis alasannya', en: 'Write the reason' },
  phrases: { id: 'Kalimat siap pakai', en: 'Ready phrases' },
  cancel: { id: 'Batal', en: 'Cancel' },
  giveBack: { id: 'Kembalikan', en: 'Return' },
  reject: { id: 'Tolak', en: 'Reject' },
  phraseMember: { id: 'Ada anggota yang belum didata.', en: 'A member is still missing.' },
  phraseNik: {
    id: 'Periksa lagi NIK dengan kartunya.',
    en: 'Check a NIK against the card again.',
  },
  phraseAddress: {
    id: 'Alamat belum jelas; beri patokan.',
    en: 'The address is not clear; add a landmark.',
  },
  phraseProblem: {
    id: 'Jelaskan masalah di catatannya.',
    en: 'Explain a problem in its note.',
  },
  phraseDouble: { id: 'Rumah tangga ini sudah didata.', en: 'This household was surveyed already.' },
  phraseOutside: { id: 'Di luar wilayah pendataan.', en: 'Outside the survey area.' },
  phraseUntrue: { id: 'Isi survei tidak dapat dipercaya.', en: 'What the survey says cannot be relied on.' },
})
