import { defineWords } from '../../ui/language/define-words.ts'
import { counted } from '../../ui/language/counted.ts'

export const problemWords = defineWords({
  suggested: {
    id: (count: number) => `Disarankan dari jawaban (${count})`,
    en: (count) => `Suggested by the answers (${count})`,
  },
  suggestedNone: { id: 'Semua saran sudah dijawab', en: 'All suggestions are answered' },
  because: { id: (reason: string) => `karena ${reason}`, en: (reason) => `because: ${reason}` },
  isRight: { id: 'Ya, benar', en: 'Yes, right' },
  isRightForAll: {
    id: (count: number) => `Ya, benar untuk semua (${count})`,
    en: (count) => `Yes, right for all (${count})`,
  },
  change: { id: 'Ganti …', en: 'Change …' },
  doesNotFit: { id: 'Tidak sesuai', en: 'Not right' },
  doesNotFitAny: { id: 'Tidak sesuai semua', en: 'Not right for any' },
  oneByOne: { id: 'Satu per satu', en: 'One by one' },
  whyNot: { id: 'Mengapa tidak sesuai?', en: 'Why does it not fit?' },
  whyOther: { id: 'Mengapa diganti?', en: 'Why another problem?' },
  needForAll: { id: 'Layanan yang dibutuhkan, untuk semua', en: 'Services needed, for all' },
  severityForAll: { id: 'Seberapa berat, untuk semua?', en: 'How severe, for all?' },
  ownReason: { id: 'Alasan lain …', en: 'Another reason …' },
  reason: { id: 'Alasan', en: 'Reason' },
  saveReason: { id: 'Simpan alasan', en: 'Save the reason' },
  back: { id: 'Kembali ke pilihan', en: 'Back to the choice' },
  notYet: { id: 'Urungkan', en: 'Undo' },
  recorded: { id: 'Dicatat sebagai masalah', en: 'Recorded as a problem' },
  declined: {
    id: (why: string | undefined) => (why ? `Tidak sesuai: ${why}` : 'Tidak sesuai'),
    en: (why) => (why ? `Not right: ${why}` : 'Not right'),
  },
  wereDeclined: {
    id: (count: number) => (count === 1 ? 'Saran ditolak' : `${count} saran ditolak`),
    en: (count) => (count === 1 ? 'Suggestion declined' : `${count} suggestions declined`),
  },
  wereRecorded: {
    id: (count: number) => `${count} masalah dicatat`,
    en: (count) => counted(count, 'problem recorded', 'problems recorded'),
  },
  wasWithdrawn: { id: 'Masalah dibatalkan', en: 'Problem withdrawn' },
  wasTakenBack: { id: 'Jawaban dibatalkan', en: 'Answer taken back' },
  declinedCount: {
    id: (count: number) => `Saran yang ditolak (${count})`,
    en: (count) => `Declined suggestions (${count})`,
  },
  askAgain: { id: 'Tinjau lagi', en: 'Review again' },
  suggestedBecause: {
    id: (reason: string) => `Disarankan karena ${reason}`,
    en: (reason) => `Suggested because: ${reason}`,
  },
  insteadOf: {
    id: (problem: string) => `Mengganti saran: ${problem}`,
    en: (problem) => `Instead of the suggestion: ${problem}`,
  },
  otherBecause: {
    id: (problem: string, reason: string) => `Mengganti saran: ${problem} (${reason})`,
    en: (problem, reason) => `Instead of the suggestion: ${problem} (${reason})`,
  },
  toDetails: { id: 'Lihat atau ubah', en: 'View or edit' },
  wasKnown: {
    id: (severity: string) => `Sudah tercatat sebelumnya: ${severity}`,
    en: (severity) => `Recorded before: ${severity}`,
  },
  knownCount: {
    id: (count: number) => `Tercatat sebelumnya: masih ada? (${count})`,
    en: (count) => `Recorded before: still there? (${count})`,
  },
  knownAnswered: { id: 'Tercatat sebelumnya', en: 'Recorded before' },
  isStillThere: { id: 'Masih sama', en: 'Unchanged' },
  hasChanged: { id: 'Berubah …', en: 'Changed …' },
  isSolved: { id: 'Sudah teratasi', en: 'Solved' },
  criteria: {
    id: (count: number) => `Kriteria fakir miskin: ${count} dari 9`,
    en: (count) => `Criteria of poverty: ${count} of 9`,
  },
  criteriaText: {
    id: 'Dibaca dari jawaban (Kepmensos 262/HUK/2022), tidak ditanyakan lagi.',
    en: 'Read from the answers (Kepmensos 262/HUK/2022), not asked again.',
  },
  isMet: { id: 'Terpenuhi', en: 'Met' },
  isNotMet: { id: 'Tidak terpenuhi', en: 'Not met' },
  isUnsaid: { id: 'Belum ada jawaban', en: 'No answer yet' },
  beingAdded: { id: 'Sedang ditambahkan', en: 'Being added' },
  details: { id: 'Rincian (boleh dikosongkan)', en: 'Details (may stay empty)' },
  detailsCount: {
    id: (count: number) => `Rincian (${count} diisi)`,
    en: (count) => `Details (${count} filled in)`,
  },
  otherProgrammes: {
    id: (count: number) => `Program lain (${count})`,
    en: (count) => `Other programmes (${count})`,
  },
  review: { id: 'Tinjau', en: 'Review' },
  hint: { id: (problem: string) => `Disarankan: ${problem}`, en: (problem) => `Suggested: ${problem}` },
})
