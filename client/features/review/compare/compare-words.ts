import { defineWords } from '../../../ui/language/define-words.ts'
import { counted } from '../../../ui/language/counted.ts'

export const differenceWords = defineWords({
  changed: { id: 'Berubah', en: 'Changed' },
  added: { id: 'Baru', en: 'New' },
  gone: { id: 'Keluar', en: 'Gone' },
  goneProblem: { id: 'Tidak dicatat', en: 'Not recorded' },
  goneAnswer: { id: 'Dikosongkan', en: 'Emptied' },
  unsettled: { id: 'Tidak didata', en: 'Not surveyed' },
  same: { id: 'Sama', en: 'Same' },
  changedCount: { id: (n: string) => `${n} berubah`, en: (n) => `${n} changed` },
  addedCount: { id: (n: string) => `${n} baru`, en: (n) => `${n} new` },
  goneCount: { id: (n: string) => `${n} tidak dicatat lagi`, en: (n) => `${n} no longer recorded` },
  unsettledCount: { id: (n: string) => `${n} tidak didata`, en: (n) => `${n} not surveyed` },
})

/** How answers are said that the questionnaire has no words for. */
export const answerWords = defineWords({
  household: { id: 'Rumah tangga', en: 'The household' },
  familyOf: { id: (name: string) => `Keluarga ${name}`, en: (name) => `Family of ${name}` },
  family: { id: 'Keluarga', en: 'Family' },
  nameless: { id: 'Tanpa nama', en: 'No name' },
  notKnown: { id: 'belum diketahui', en: 'not known' },
  chosenFromList: { id: 'dipilih dari daftar di ponsel', en: 'chosen from the list on the phone' },
  otherForm: { id: '(pilihan dari formulir lain)', en: '(choice of another form)' },
  age: {
    id: (years: string) => `${years} tahun`,
    en: (years) => counted(years, 'year'),
  },
})

export const compareWords = defineWords({
  question: { id: 'Pertanyaan', en: 'Question' },
  survey: { id: 'Survei', en: 'Survey' },
  difference: { id: 'Perbedaan', en: 'Difference' },
  listOf: { id: (date: string) => `Daftar kementerian ${date}`, en: (date) => `Ministry list ${date}` },
  registerOf: { id: (month: string) => `Basis data ${month}`, en: (month) => `Register ${month}` },
  compareWith: { id: 'Dibandingkan dengan', en: 'Compared with' },
  nothing: { id: 'kosong', en: 'empty' },
  members: { id: 'Anggota', en: 'Members' },
  families: { id: 'Kartu keluarga', en: 'Family cards' },
  problems: { id: 'Masalah', en: 'Problems' },
  location: { id: 'Alamat', en: 'Address' },
  dwelling: { id: 'Rumah tinggal', en: 'Dwelling' },
  assets: { id: 'Aset', en: 'Assets' },
  economy: { id: 'Ekonomi', en: 'Livelihood' },
  memberCount: {
    id: (before: string, after: string) => `${before} → ${after} orang`,
    en: (before, after) => `${before} → ${after} people`,
  },
  people: { id: (n: string) => `${n} orang`, en: (n) => counted(n, 'person', 'people') },
  reason: { id: 'Alasan', en: 'Reason' },
  unsettledEntry: {
    id: 'Survei ini tidak menyentuhnya; data lama tetap.',
    en: 'This survey did not touch it; what was known stays.',
  },
  sameAnswers: {
    id: (n: string) => `${n} jawaban sama`,
    en: (n) => counted(n, 'answer the same', 'answers the same'),
  },
  newAnswers: { id: (n: string) => `${n} jawaban baru`, en: (n) => counted(n, 'new answer') },
  restAnswers: {
    id: (n: string, answer: string) => `${n} lainnya: ${answer}`,
    en: (n, answer) => `The other ${n}: ${answer}`,
  },
  unsettledAnswers: {
    id: (n: string) => `${n} data lama tidak didata ulang`,
    en: (n) => counted(n, 'known answer not surveyed', 'known answers not surveyed'),
  },
  sameMembers: {
    id: (n: string) => `${n} anggota sama`,
    en: (n) => counted(n, 'member the same', 'members the same'),
  },
  sameFamilies: {
    id: (n: string) => `${n} kartu keluarga sama`,
    en: (n) => counted(n, 'family card the same', 'family cards the same'),
  },
  sameProblems: {
    id: (n: string) => `${n} masalah sama`,
    en: (n) => counted(n, 'problem the same', 'problems the same'),
  },
  unsettledMembers: {
    id: (n: string) => `${n} anggota tidak didata ulang`,
    en: (n) => counted(n, 'member not surveyed', 'members not surveyed'),
  },
  unsettledFamilies: {
    id: (n: string) => `${n} kartu keluarga tidak didata ulang`,
    en: (n) => counted(n, 'family card not surveyed', 'family cards not surveyed'),
  },
  unsettledProblems: {
    id: (n: string) => `${n} masalah tidak didata ulang`,
    en: (n) => counted(n, 'problem not surveyed', 'problems not surveyed'),
  },
  entryAnswers: { id: (n: string) => `${n} isian`, en: (n) => counted(n, 'answer') },
  noProblems: { id: 'Tidak ada masalah yang dicatat.', en: 'No problem was recorded.' },
  noPhotos: { id: 'Tidak ada foto.', en: 'No photos.' },
  notRecorded: { id: 'Tidak didata.', en: 'Not recorded.' },
  noDifference: { id: 'Tidak ada perbedaan', en: 'No difference' },
  noDifferenceText: {
    id: 'Semua yang didata sama dengan yang sudah diketahui.',
    en: 'All that was surveyed is the same as what was known.',
  },
  unknownHousehold: { id: 'Rumah tangga baru', en: 'A new household' },
  unknownHouseholdText: {
    id: 'Belum ada di basis data terpadu maupun daftar kementerian, jadi tidak ada pembandingnya.',
    en: 'It is neither in the register nor on the ministry’s list, so there is nothing to compare it with.',
  },
})
