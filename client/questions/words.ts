import { defineWords } from '../ui/language/define-words.ts'
import { counted } from '../ui/language/counted.ts'

export const questionWords = defineWords({
  unchanged: { id: 'Masih sama', en: 'Unchanged' },
  fromList: { id: (date: string) => `Di daftar (${date})`, en: (date) => `In the list (${date})` },
  fromRegister: {
    id: (month: string) => `Di basis data (${month})`,
    en: (month) => `In the register (${month})`,
  },
  filledFromNik: { id: 'Diisi dari NIK', en: 'Filled in from the NIK' },
  ownAnswer: { id: 'Bentrok. Jawaban Anda', en: 'Conflict. Your answer' },
  takeOwn: { id: 'Pakai jawaban saya', en: 'Use my answer' },
  noAnswer: { id: 'kosong', en: 'empty' },
  neighbourhoodWrong: { id: 'Tulis 1 sampai 3 angka, misalnya 5', en: 'Write 1 to 3 digits, for example 5' },
  emptied: {
    id: (names: readonly string[]) => `${names.join(' dan ')} dikosongkan: wilayahnya lain`,
    en: (names) => `${names.join(' and ')} emptied: it is another area`,
  },
  undo: { id: 'Urungkan', en: 'Undo' },
  district: { id: 'Kecamatan', en: 'District' },
  elsewhere: { id: 'Kelurahan lain …', en: 'Another subdistrict …' },
  wholeHousehold: { id: 'Seluruh rumah tangga', en: 'The whole household' },
  nameless: { id: 'Tanpa nama', en: 'No name yet' },
  age: {
    id: (years: number) => `${years} tahun`,
    en: (years) => counted(years, 'year old', 'years old'),
  },
  noNik: { id: 'Tidak ada NIK?', en: 'Is there no NIK?' },
  usual: { id: 'biasanya dibutuhkan', en: 'usually needed' },
  familyOf: { id: (name: string) => `Keluarga ${name}`, en: (name) => `${name}’s family` },
  familyOnly: { id: 'Satu keluarga saja', en: 'One family only' },
  otherSubject: { id: 'Ganti orang atau keluarga', en: 'Change whose it is' },
  searchProblem: { id: 'Cari masalah', en: 'Search problems' },
  allProblems: { id: (count: number) => `Tampilkan semua (${count})`, en: (count) => `Show all (${count})` },
  noSuchProblem: {
    id: 'Tidak ada yang cocok. Coba kata lain.',
    en: 'Nothing fits. Try another word.',
  },
  ofOthers: {
    id: (ofHousehold: boolean): string =>
      ofHousehold ? 'Ada untuk seluruh rumah tangga:' : 'Ada untuk perorangan. Pilih orangnya lebih dulu:',
    en: (ofHousehold) =>
      ofHousehold ? 'There is one of the whole household:' : 'There is one of a person. First choose whose:',
  },
  notInTheList: {
    id: 'Ada hal peka yang tidak ada di daftar? Jangan ditulis di sini: minta kunjungan rahasia, di bawah halaman ini.',
    en: 'Something delicate that is in no list? Do not write it here: ask for a confidential visit, below on this page.',
  },
  otherProblem: { id: 'Ganti masalah', en: 'Change the problem' },
  chooseSubjectFirst: { id: 'Pilih dulu masalah siapa.', en: 'First choose whose problem it is.' },
})
