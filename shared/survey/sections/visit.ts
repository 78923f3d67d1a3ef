import type { Option, RuleScope, Section } from '../question.ts'
import { entriesOf, lastVisit, type VisitAnswers } from '../document.ts'
import { PURPOSES } from '../purposes.ts'
import { all, isCompletedVisit, ownAnswers } from '../rules.ts'
import { isClockWrong, visitDateOf } from '../visit-date.ts'

/**
 * Results of the ministry's verification app, in its order; its paper form of 2020 has another fifth. That nobody
 * was at home is our own: it ends nothing, somebody comes again.
 */
const VISIT_RESULTS: readonly Option[] = [
  { key: 'selesai', text: { id: 'Selesai didata', en: 'Completed' } },
  { key: 'tidak_di_rumah', text: { id: 'Tidak ada orang di rumah', en: 'Nobody home' } },
  { key: 'tidak_ditemukan', text: { id: 'Tidak ditemukan', en: 'Not found' } },
  { key: 'pindah', text: { id: 'Pindah', en: 'Moved away' } },
  {
    key: 'bagian_rumah_tangga_lain',
    text: { id: 'Bagian dari rumah tangga lain', en: 'Part of another household' },
  },
  { key: 'menolak', text: { id: 'Menolak didata', en: 'Refused' } },
  { key: 'ganda', text: { id: 'Data ganda', en: 'Duplicate' } },
]

/** Our own list. */
const RESPONDENTS: readonly Option[] = [
  { key: 'kepala', text: { id: 'Kepala keluarga', en: 'Family head' } },
  { key: 'pasangan', text: { id: 'Istri/suami', en: 'Wife or husband' } },
  { key: 'anggota_lain', text: { id: 'Anggota lain', en: 'Another member' } },
  { key: 'bukan_anggota', text: { id: 'Bukan anggota', en: 'Not a member' } },
]

/** Our own list. */
const REFUSALS: readonly Option[] = [
  { key: 'tidak_bersedia', text: { id: 'Tidak bersedia didata', en: 'Does not want to be surveyed' } },
  { key: 'tidak_percaya', text: { id: 'Tidak percaya petugas', en: 'Does not trust the officer' } },
  { key: 'tidak_sempat', text: { id: 'Tidak punya waktu', en: 'Has no time' } },
  { key: 'lainnya', text: { id: 'Lainnya', en: 'Another reason' } },
]

/** How the privacy notice was given; our own list. */
const NOTICES: readonly Option[] = [
  { key: 'dibacakan', text: { id: 'Dibacakan', en: 'Read aloud' } },
  { key: 'dibaca_sendiri', text: { id: 'Dibaca sendiri', en: 'Read by themselves' } },
  {
    key: 'dijelaskan',
    text: { id: 'Dijelaskan dengan isyarat atau bahasa daerah', en: 'In sign language or a local language' },
  },
]

function visitOf({ document, entry }: RuleScope): VisitAnswers {
  return document.visits[entry ?? ''] ?? {}
}

/** Earlier visits are on record: nobody can be asked about them any more. */
function isCurrent({ document, entry }: RuleScope): boolean {
  // A visit has no entry until its first answer.
  return lastVisit(document)?.[0] === entry || !Object.hasOwn(document.visits, entry ?? '')
}

const endedIn =
  (...results: readonly string[]) =>
  (scope: RuleScope) =>
    isCurrent(scope) && results.includes(visitOf(scope).result ?? '')

/** Whoever was surveyed and is not found the next time: the answers would stay behind. */
function isNoStepBack(scope: RuleScope): boolean {
  const { result } = visitOf(scope)
  if (!isCurrent(scope) || result === undefined || result === 'selesai') return true
  return !entriesOf(scope.document.visits).some(([, visit]) => visit.result === 'selesai')
}

/** Our own choice: three months at their longest. Lists are worked through each month; what lies further is a slip. */
const FAR_AHEAD_DAYS = 92

/** Days from this visit to the next one; null where one of them is not known. */
function daysToRevisit(scope: RuleScope): number | null {
  const visit = visitOf(scope)
  const day = visit.at === undefined ? null : visitDateOf({ visits: { visit } }, null)
  if (day === null || visit.revisitOn === undefined) return null
  return (Date.parse(visit.revisitOn) - Date.parse(day)) / DAY_MS
}

const DAY_MS = 24 * 60 * 60 * 1000

const isMet = endedIn('selesai')

export const visitSection: Section = {
  key: 'visit',
  text: { id: 'Kunjungan', en: 'Visit' },
  questions: [
    {
      path: 'visits/*/order',
      kind: 'order',
      text: { id: 'Urutan', en: 'Order' },
      sensitivity: 'none',
      purpose: PURPOSES.fieldwork,
    },
    {
      path: 'visits/*/at',
      kind: 'instant',
      text: { id: 'Waktu kunjungan', en: 'Time of visit' },
      sensitivity: 'none',
      purpose: PURPOSES.fieldwork,
    },
    {
      path: 'visits/*/notBefore',
      kind: 'token',
      maxLength: 10,
      text: { id: 'Tanggal daftar', en: 'Date of the list' },
      since: 3,
      sensitivity: 'none',
      purpose: PURPOSES.quality,
    },
    {
      path: 'visits/*/form',
      kind: 'version',
      text: { id: 'Versi formulir', en: 'Version of the form' },
      since: 2,
      sensitivity: 'none',
      purpose: PURPOSES.fieldwork,
    },
    {
      path: 'visits/*/result',
      kind: 'one-of',
      options: VISIT_RESULTS,
      text: { id: 'Hasil kunjungan', en: 'Visit result' },
      required: isCurrent,
      group: 'result',
      checks: [
        {
          key: 'after-completed',
          level: 'warning',
          holds: isNoStepBack,
          reads: ({ document }) => Object.keys(document.visits).map((id) => `visits/${id}/result`),
          text: {
            id: 'Rumah ini sudah selesai didata pada kunjungan sebelumnya. Dengan hasil ini jawabannya tidak dipakai.',
            en: 'This household was completed at an earlier visit. With this result its answers are not used.',
          },
        },
      ],
      sensitivity: 'none',
      purpose: PURPOSES.fieldwork,
    },
    {
      path: 'visits/*/heldOn',
      kind: 'date',
      precision: 'day',
      text: { id: 'Tanggal kunjungan ini', en: 'Date of this visit' },
      help: {
        id: 'Jam ponsel salah saat kunjungan dimulai. Lihat tanggalnya di kalender, bukan di ponsel.',
        en: 'The phone’s clock was wrong when the visit began. Look the date up elsewhere, not on the phone.',
      },
      relevant: (scope) => isCurrent(scope) && isClockWrong(visitOf(scope)),
      wanted: true,
      since: 3,
      sensitivity: 'none',
      purpose: PURPOSES.fieldwork,
    },
    {
      path: 'visits/*/revisitOn',
      kind: 'date',
      precision: 'day',
      text: { id: 'Kapan dikunjungi lagi?', en: 'Visit again on' },
      relevant: endedIn('tidak_di_rumah'),
      required: endedIn('tidak_di_rumah'),
      since: 2,
      group: 'result',
      checks: [
        {
          key: 'past',
          level: 'error',
          holds: (scope) => (daysToRevisit(scope) ?? 0) >= 0,
          text: {
            id: 'Tanggal kunjungan ulang sebelum kunjungan ini.',
            en: 'The next visit lies before this one.',
          },
        },
        {
          key: 'far',
          level: 'warning',
          holds: (scope) => (daysToRevisit(scope) ?? 0) <= FAR_AHEAD_DAYS,
          reads: ownAnswers('visits/*/revisitOn', 'visits/*/at', 'visits/*/heldOn'),
          text: {
            id: 'Masih lebih dari tiga bulan lagi. Benarkah tanggalnya?',
            en: 'That is more than three months away. Is the date right?',
          },
        },
      ],
      sensitivity: 'none',
      purpose: PURPOSES.fieldwork,
    },
    {
      path: 'visits/*/movedTo',
      kind: 'text',
      maxLength: 200,
      text: { id: 'Pindah ke mana', en: 'Moved where' },
      help: {
        id: 'Kelurahan atau kota tujuan, menurut tetangga atau RT.',
        en: 'The subdistrict or city, as neighbours or the RT say.',
      },
      relevant: endedIn('pindah'),
      since: 2,
      sensitivity: 'general',
      purpose: PURPOSES.find,
    },
    {
      path: 'visits/*/sameAs',
      kind: 'text',
      maxLength: 200,
      text: { id: 'Sudah tercatat di keluarga siapa?', en: 'Recorded with which family' },
      help: { id: 'Nama kepala keluarga dan alamatnya.', en: 'Name of the family head, and the address.' },
      relevant: endedIn('bagian_rumah_tangga_lain', 'ganda'),
      required: endedIn('bagian_rumah_tangga_lain', 'ganda'),
      since: 2,
      group: 'same',
      sensitivity: 'general',
      purpose: PURPOSES.identify,
    },
    {
      path: 'visits/*/sameHousehold',
      kind: 'reference',
      to: 'household',
      text: { id: 'Rumah yang sama di daftar', en: 'The same household in the list' },
      relevant: endedIn('bagian_rumah_tangga_lain', 'ganda'),
      since: 2,
      group: 'same',
      sensitivity: 'general',
      purpose: PURPOSES.identify,
    },
    {
      path: 'visits/*/refusedWhy',
      kind: 'one-of',
      options: REFUSALS,
      text: { id: 'Mengapa menolak', en: 'Why they refused' },
      relevant: endedIn('menolak'),
      required: endedIn('menolak'),
      since: 2,
      sensitivity: 'none',
      purpose: PURPOSES.fieldwork,
    },
    {
      path: 'visits/*/note',
      kind: 'text',
      maxLength: 1000,
      lines: 3,
      text: { id: 'Catatan kunjungan', en: 'Visit note' },
      help: {
        id: 'Misalnya: kepada siapa bertanya, kapan orangnya ada.',
        en: 'For example: whom you asked, when they are at home.',
      },
      sensitivity: 'general',
      purpose: PURPOSES.fieldwork,
    },
    {
      path: 'visits/*/respondent',
      kind: 'one-of',
      options: RESPONDENTS,
      text: { id: 'Siapa yang menjawab', en: 'Who is answering?' },
      relevant: isMet,
      required: isMet,
      since: 2,
      group: 'respondent',
      sensitivity: 'general',
      purpose: PURPOSES.fieldwork,
    },
    {
      path: 'visits/*/respondentName',
      kind: 'text',
      maxLength: 120,
      text: { id: 'Nama yang menjawab', en: 'Respondent’s name' },
      relevant: all(isMet, isUnnamedRespondent),
      required: all(isMet, isUnnamedRespondent),
      since: 2,
      group: 'respondent',
      sensitivity: 'general',
      purpose: PURPOSES.fieldwork,
    },
    {
      path: 'notice/text',
      kind: 'note',
      heading: { id: 'Pemberitahuan privasi', en: 'Privacy notice' },
      text: {
        id: 'Dinas Sosial Kota Bandung mencatat keadaan keluarga ini untuk memilih bantuan dan layanan yang tepat, sesuai tugasnya menurut undang-undang. Data disimpan aman dan hanya dibuka petugas yang berwenang. Data keluarga dilaporkan ke Kementerian Sosial setiap bulan. Bapak/Ibu boleh melihat dan membetulkan data ini, dan boleh tidak menjawab pertanyaan.',
        en: 'Bandung’s social-affairs office records how this family lives in order to choose the right help and services, as the law asks of it. The data is kept safe and opened by authorised officers only. It is reported to the Ministry of Social Affairs each month. You may see and correct it, and you may leave questions unanswered.',
      },
      relevant: isCompletedVisit,
      since: 2,
      until: 2,
      sensitivity: 'none',
      purpose: PURPOSES.law,
    },
    {
      path: 'notice/words',
      kind: 'note',
      heading: { id: 'Pemberitahuan privasi', en: 'Privacy notice' },
      text: {
        id: 'Dinas Sosial Kota Bandung mencatat keadaan keluarga ini untuk memilih bantuan dan layanan yang tepat, sesuai tugasnya menurut undang-undang. Data disimpan aman dan hanya dibuka petugas yang berwenang. Data keluarga dilaporkan ke Kementerian Sosial setiap bulan. Bapak/Ibu boleh melihat dan membetulkan data ini, dan boleh menolak menjawab pertanyaan tentang kesehatan, sekolah, pekerjaan, perkawinan, bantuan, harta, dan keuangan. Foto, lokasi, dan tanda tangan juga boleh ditolak.',
        en: 'Bandung’s social-affairs office records how this family lives in order to choose the right help and services, as the law asks of it. The data is kept safe and opened by authorised officers only. It is reported to the Ministry of Social Affairs each month. You may see and correct it, and you may refuse to answer what is asked about health, school, work, marriage, help, property and money. Pictures, the location and the signature may be refused, too.',
      },
      relevant: isCompletedVisit,
      since: 3,
      sensitivity: 'none',
      purpose: PURPOSES.law,
    },
    {
      path: 'notice/how',
      kind: 'one-of',
      options: NOTICES,
      text: { id: 'Bagaimana disampaikan', en: 'How it was given' },
      relevant: isCompletedVisit,
      required: isCompletedVisit,
      since: 2,
      group: 'notice',
      sensitivity: 'none',
      purpose: PURPOSES.law,
    },
    {
      path: 'notice/to',
      kind: 'one-of',
      options: RESPONDENTS,
      text: { id: 'Disampaikan kepada', en: 'Given to' },
      relevant: all(isCompletedVisit, isNoticeGiven),
      required: all(isCompletedVisit, isNoticeGiven),
      since: 2,
      group: 'notice',
      sensitivity: 'general',
      purpose: PURPOSES.law,
    },
    {
      path: 'visits/*/paradata',
      kind: 'token',
      maxLength: 4000,
      text: { id: 'Jalannya kunjungan', en: 'How the visit went' },
      since: 2,
      sensitivity: 'general',
      purpose: PURPOSES.quality,
    },
  ],
}

function isNoticeGiven({ document }: RuleScope): boolean {
  return document.notice.how !== undefined
}

/** Head and spouse are named among the members; others are not, or not yet. */
function isUnnamedRespondent(scope: RuleScope): boolean {
  return ['anggota_lain', 'bukan_anggota'].includes(visitOf(scope).respondent ?? '')
}
