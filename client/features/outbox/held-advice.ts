import type { FaultCode } from '../../../shared/faults.ts'
import type { Text } from '../../../shared/text.ts'

type Advice = {
  readonly why: Text
  /** for the enumerator; the supervisor's own words stand with their screen */
  readonly todo: Text
}

const ONLY_WHEN_ASKED: Text = {
  id: 'Hubungi pengawas. Data ulang rumah ini hanya kalau ia memintanya.',
  en: 'Call your supervisor. Survey this household again only when they ask for it.',
}

const ANYTHING_ELSE: Advice = {
  why: { id: 'Server belum dapat memasukkannya', en: 'The server cannot take it in yet' },
  todo: {
    id: 'Beri tahu pengawas. Servernya harus diperbaiki dulu; Anda tidak perlu mendata ulang.',
    en: 'Tell your supervisor. The server has to be mended first; you need not survey it again.',
  },
}

const ADVICE: { readonly [Code in FaultCode]?: Advice } = {
  'out-of-area': {
    why: { id: 'Di luar wilayah tugas Anda', en: 'Outside your areas' },
    todo: {
      id: 'Hubungi pengawas. Kalau rumah ini memang tugas Anda, ia melepasnya; kalau bukan, ia mengalihkannya ke pendata lain. Anda tidak perlu mendata ulang.',
      en: 'Call your supervisor. If the household is your work, they release it; if not, they hand it to another enumerator. You need not survey it again.',
    },
  },
  'unknown-shape': {
    why: { id: 'Ada isian yang belum dikenal server', en: 'The server does not know some of the answers' },
    todo: {
      id: 'Beri tahu pengawas: servernya mungkin lebih lama dari aplikasi ini. Jawaban Anda tersimpan; jangan diisi ulang sebelum ia memintanya.',
      en: 'Tell your supervisor: the server may be older than this app. Your answers are kept; do not enter them again before they ask.',
    },
  },
  'unknown-area': {
    why: { id: 'Wilayah rumahnya belum diketahui', en: 'It is not known where the household lies' },
    todo: {
      id: 'Beri tahu pengawas di RT dan RW mana rumah ini. Ia melepasnya setelah daftarnya diperbarui.',
      en: 'Tell your supervisor in which RT and RW the household lies. They release it once the list is mended.',
    },
  },
  'foreign-survey': {
    why: { id: 'Survei tidak cocok dengan rumahnya', en: 'The survey does not fit its household' },
    todo: ONLY_WHEN_ASKED,
  },
  'foreign-device': {
    why: { id: 'Tertulis dari ponsel lain', en: 'It names another phone' },
    todo: ONLY_WHEN_ASKED,
  },
  'reused-id': {
    why: { id: 'Nomornya sudah dipakai kiriman lain', en: 'Another change has its number' },
    todo: {
      id: 'Hubungi pengawas. Isi ulang jawaban yang belum masuk hanya kalau ia memintanya.',
      en: 'Call your supervisor. Enter the missing answers again only when they ask for it.',
    },
  },
  'device-revoked': {
    why: { id: 'Dari ponsel yang dicabut', en: 'From a revoked phone' },
    todo: {
      id: 'Hubungi pengawas. Ia memeriksa isinya dulu; Anda tidak perlu mendata ulang.',
      en: 'Call your supervisor. They look at it first; you need not survey it again.',
    },
  },
  'follows-quarantine': {
    why: { id: 'Menyusul kiriman yang ditahan', en: 'It follows one that is held' },
    todo: {
      id: 'Tidak ada yang perlu Anda lakukan: pengawas memutuskannya bersama kiriman sebelumnya.',
      en: 'You need not do anything: the supervisor decides on it with the one before it.',
    },
  },
}

/** Why a change of the phone's is held, and what its enumerator can do about it. */
export function heldAdvice(fault: FaultCode): Advice {
  return ADVICE[fault] ?? ANYTHING_ELSE
}
