import type { HeldReason } from '../../../../shared/api/quarantine.ts'
import type { FaultCode } from '../../../../shared/faults.ts'
import type { Text } from '../../../../shared/text.ts'
import { defineWords } from '../../../ui/language/define-words.ts'
import { counted } from '../../../ui/language/counted.ts'

export const heldWords = defineWords({
  title: { id: 'Kiriman ditahan', en: 'Held changes' },
  subtitle: {
    id: 'Sudah sampai dan aman, tetapi belum masuk survei.',
    en: 'They have arrived and are safe, but are not in the survey yet.',
  },
  one: { id: 'Kiriman ditahan', en: 'Held change' },
  list: { id: 'Kiriman yang ditahan, yang paling lama di atas', en: 'Held changes, the oldest first' },
  reload: { id: 'Muat ulang', en: 'Reload' },
  showMore: { id: 'Tampilkan berikutnya', en: 'Show more' },
  emptyTitle: { id: 'Tidak ada yang ditahan', en: 'Nothing is held' },
  emptyText: {
    id: 'Kiriman yang tidak dapat diterima begitu saja akan muncul di sini.',
    en: 'Changes that cannot be taken as they are appear here.',
  },
  nameless: { id: 'Nama belum diketahui', en: 'Name not known yet' },
  unreadable: { id: 'Isi tidak terbaca', en: 'Cannot be read' },
  madeAt: { id: (when: string) => `Dibuat ${when}`, en: (when) => `Made ${when}` },
  answers: {
    id: (n: string) => `${n} jawaban`,
    en: (n) => (n === '1' ? '1 answer' : `${n} answers`),
  },
  joined: { id: (n: string) => `${n} lagi menyusul`, en: (n) => `${n} more behind it` },
  enumerator: { id: 'Pendata', en: 'Enumerator' },
  phone: { id: 'Ponsel', en: 'Phone' },
  unknownPhone: { id: 'tidak dikenal', en: 'unknown' },
  area: { id: 'Wilayah', en: 'Area' },
  address: { id: 'Alamat', en: 'Address' },
  made: { id: 'Dibuat di ponsel', en: 'Made on the phone' },
  arrived: { id: 'Tiba', en: 'Arrived' },
  noArea: { id: 'belum diketahui', en: 'not known' },
  whyTitle: { id: (why: string) => `Ditahan: ${why}`, en: (why) => `Held: ${why}` },
  blockedTitle: { id: 'Belum dapat dilepas', en: 'Cannot be released yet' },
  changeOf: {
    id: (n: string, all: string) => `Kiriman ${n} dari ${all}`,
    en: (n, all) => `Change ${n} of ${all}`,
  },
  onlyChange: { id: 'Isi kiriman', en: 'What it says' },
  submits: { id: 'Menyerahkan survei', en: 'Submits the survey' },
  noAnswers: { id: 'Tanpa jawaban.', en: 'No answers.' },
  noSteps: {
    id: 'Isinya tidak dapat dibaca. Kiriman aslinya tetap disimpan utuh.',
    en: 'What it says cannot be read. The change itself is kept whole.',
  },
  unknownPart: { id: 'Tidak dikenal server ini', en: 'Not known to this server' },
  emptied: { id: '(dikosongkan)', en: '(emptied)' },
  release: { id: 'Lepas…', en: 'Release…' },
  hand: { id: 'Alihkan…', en: 'Hand over…' },
  aside: { id: 'Kesampingkan…', en: 'Set aside…' },
  nobodyElse: {
    id: 'Belum ada pendata lain yang bertugas di wilayah ini.',
    en: 'No other enumerator works in this area.',
  },
})

export const heldActWords = defineWords({
  cancel: { id: 'Batal', en: 'Cancel' },
  releaseTitle: { id: 'Lepas kiriman ini?', en: 'Release this?' },
  releaseText: {
    id: (n: string, name: string) =>
      `${n} kiriman masuk ke survei menurut urutannya, atas nama ${name}. Ponselnya menulis “diterima”.`,
    en: (n, name) =>
      `${counted(n, 'change enters', 'changes enter')} the survey in order, in the name of ${name}, whose phone then says “received”.`,
  },
  release: { id: 'Lepas', en: 'Release' },
  handTitle: { id: 'Alihkan ke pendata lain', en: 'Hand over to another enumerator' },
  handText: {
    id: (name: string) =>
      `Jawaban ${name} masuk ke survei, lalu survei dikembalikan ke pendata yang Anda pilih untuk dilanjutkan.`,
    en: (name) =>
      `The answers of ${name} enter the survey, which then goes back to the enumerator whom you choose, to go on with.`,
  },
  to: { id: 'Dilanjutkan oleh', en: 'To go on with it' },
  toMissing: { id: 'Pilih pendatanya', en: 'Choose the enumerator' },
  note: { id: 'Pesan untuk pendata itu', en: 'A word to them' },
  noteMissing: { id: 'Tulis pesannya', en: 'Write it' },
  noteReady: {
    id: 'Tolong lanjutkan survei ini; jawaban yang sudah ada tetap tersimpan.',
    en: 'Please go on with this survey; the answers that are there are kept.',
  },
  hand: { id: 'Alihkan', en: 'Hand over' },
  asideTitle: { id: 'Kesampingkan kiriman ini?', en: 'Set this aside?' },
  asideText: {
    id: 'Kiriman ini tetap disimpan di server, tetapi tidak masuk survei. Yang menyusulnya tidak lagi menunggu.',
    en: 'It is kept on the server but does not enter the survey. What follows it no longer waits.',
  },
  aside: { id: 'Kesampingkan', en: 'Set aside' },
  reason: { id: 'Alasannya', en: 'The reason' },
  reasonMissing: { id: 'Pilih alasannya', en: 'Choose the reason' },
  wasReleased: { id: (n: string) => `${n} kiriman dilepas`, en: (n) => `${n} released` },
  wasHanded: { id: (name: string) => `Dialihkan ke ${name}`, en: (name) => `Handed over to ${name}` },
  wasAside: { id: 'Dikesampingkan', en: 'Set aside' },
  wasDone: { id: 'Sudah diputuskan oleh orang lain', en: 'Somebody else has decided before' },
  isLeft: {
    id: (n: string) => `${n} kiriman masih ditahan; sebabnya tertulis di sini.`,
    en: (n) => `${n} still held; the reason stands here.`,
  },
})

export const HELD_REASON_TEXTS: Readonly<Record<HeldReason, Text>> = {
  asked: { id: 'Sudah ditanyakan ke pendata', en: 'The enumerator was asked' },
  area: { id: 'Rumah ini memang tugasnya', en: 'This household is their work' },
  updated: { id: 'Server atau daftarnya sudah diperbaiki', en: 'The server or its list was mended' },
  redone: { id: 'Sudah didata ulang', en: 'It was surveyed again' },
}

type Why = {
  /** why it is held */
  readonly why: Text
  /** what to do where it cannot be released now */
  readonly mend: Text
}

const ANYTHING_ELSE: Why = {
  why: { id: 'tidak dapat diterapkan', en: 'it cannot be applied' },
  mend: {
    id: 'Server belum dapat menerapkannya. Beri tahu pengelola server; setelah diperbaiki, lepas kiriman ini. Sementara itu isinya tetap disimpan.',
    en: 'The server cannot apply it yet. Tell who runs the server; once it is mended, release this. Meanwhile it is kept.',
  },
}

const WHY: { readonly [Code in FaultCode]?: Why } = {
  'out-of-area': {
    why: { id: 'di luar wilayah tugas pendata', en: 'outside the enumerator’s areas' },
    mend: {
      id: 'Rumahnya di luar wilayah Anda. Minta admin kota melepasnya.',
      en: 'The household lies outside your areas. Ask the city admin to release it.',
    },
  },
  'unknown-shape': {
    why: { id: 'ada isian yang belum dikenal server', en: 'the server does not know some of its answers' },
    mend: {
      id: 'Aplikasi di ponsel mungkin lebih baru dari server. Minta pengelola memperbarui server, lalu lepas. Kalau rumahnya sudah didata ulang, kesampingkan.',
      en: 'The app on the phone may be newer than the server. Have the server updated, then release it. Where the household was surveyed again, set it aside.',
    },
  },
  'unknown-area': {
    why: { id: 'wilayah rumahnya belum diketahui', en: 'it is not known where the household lies' },
    mend: {
      id: 'Rumah ini tidak ada di daftar. Setelah admin kota mengimpor daftar yang memuatnya, lepas kiriman ini.',
      en: 'The household is on no list. Once the city admin has imported one that has it, release this.',
    },
  },
  'foreign-survey': {
    why: { id: 'survei tidak cocok dengan rumahnya', en: 'the survey does not fit its household' },
    mend: {
      id: 'Kalau server baru dipulihkan dari cadangan, tunggu sampai periodenya lengkap lalu lepas. Kalau tidak, minta pendata mendata ulang, lalu kesampingkan.',
      en: 'Where the server was just restored, wait until its period is complete, then release it. Else have the household surveyed again, then set this aside.',
    },
  },
  'foreign-device': {
    why: { id: 'tertulis dari ponsel lain', en: 'it names another phone' },
    mend: {
      id: 'Tidak pasti siapa yang membuatnya, jadi tidak dapat dilepas. Minta pendata mendata ulang, lalu kesampingkan.',
      en: 'It is not certain who made it, so it cannot be released. Have the household surveyed again, then set this aside.',
    },
  },
  'reused-id': {
    why: { id: 'nomornya sudah dipakai kiriman lain', en: 'another change has its number' },
    mend: {
      id: 'Nomornya sudah dipakai, jadi tidak dapat dilepas. Minta pendata mengisi ulang jawaban di bawah ini, lalu kesampingkan.',
      en: 'Its number is taken, so it cannot be released. Have the answers below entered again, then set this aside.',
    },
  },
  'follows-quarantine': {
    why: { id: 'menyusul kiriman yang ditahan', en: 'it follows one that is held' },
    mend: ANYTHING_ELSE.mend,
  },
}

export function whyHeld(fault: FaultCode): Why {
  return WHY[fault] ?? ANYTHING_ELSE
}
