import { jakartaDate } from '../../shared/period.ts'
import {
  EMPTY_DOCUMENT,
  entriesOf,
  type Answer,
  type MemberAnswers,
  type SurveyDocument,
} from '../../shared/survey/document.ts'
import { findingsOf } from '../../shared/review/findings.ts'
import type { Path } from '../../shared/survey/path.ts'
import { COLUMNS, lineOf } from '../../server/features/imports/layout.ts'
import { fillSurvey } from './fill-survey.ts'

const FAMILY = '01900000-0000-7000-8000-0000000000f1'
/** On no list of the demo: an enumerator's part of Sukarasa. */
const PLACE = { kelurahan: '32.73.01.1001', rw: '004', rt: '002', address: 'Gg. Mawar 3' }

type Person = {
  readonly name: string
  readonly relationship: string
  readonly sex: 'L' | 'P'
  readonly age: number
  readonly answers?: MemberAnswers
}

const WORKER: MemberAnswers = {
  marriage: 'kawin',
  schooling: 'tidak_lagi',
  schoolLevel: 'smp',
  certificate: 'smp',
  worked: 'ya',
  workStatus: 'sp1',
}
const AT_HOME: MemberAnswers = { ...WORKER, worked: 'tidak', seeksWork: 'tidak' }

/** Ordinary people; the first four make a family of four. */
const PEOPLE: readonly Person[] = [
  { name: 'Endang Kurnia', relationship: 'kepala', sex: 'L', age: 44, answers: WORKER },
  { name: 'Lilis Suryani', relationship: 'pasangan', sex: 'P', age: 41, answers: AT_HOME },
  { name: 'Rizki Kurnia', relationship: 'anak', sex: 'L', age: 15, answers: { worked: 'tidak' } },
  { name: 'Nabila Kurnia', relationship: 'anak', sex: 'P', age: 9 },
  { name: 'Fahmi Kurnia', relationship: 'anak', sex: 'L', age: 3 },
  { name: 'Salma Kurnia', relationship: 'anak', sex: 'P', age: 1 },
  { name: 'Ecin Kuraesin', relationship: 'orang_tua_mertua', sex: 'P', age: 63, answers: AT_HOME },
  {
    name: 'Dadan Hidayat',
    relationship: 'lainnya',
    sex: 'L',
    age: 24,
    answers: { ...WORKER, marriage: 'belum_kawin' },
  },
]

function memberId(index: number): string {
  return `01900000-0000-7000-8000-0000000000c${index}`
}

/**
 * What a card of the family says: names, numbers, birth dates, relationships; everybody was born on 1 January.
 * @param series 0 to 9; another one has other numbers
 */
export function familyCard(size: number, series = 0): SurveyDocument {
  const thisYear = Number(jakartaDate(new Date()).slice(0, 4))
  const members = PEOPLE.slice(0, size).map(({ name, relationship, sex, age }, index) => {
    const year = thisYear - age
    const day = sex === 'P' ? 41 : 1
    const nik = `327301${String(day).padStart(2, '0')}01${String(year).slice(2)}${9001 + 100 * series + index}`
    const identity = { name: name.toUpperCase(), nik, birthDate: `${year}-01-01`, sex, relationship }
    return [memberId(index), { order: index + 1, family: FAMILY, ...identity }] as const
  })
  return {
    ...EMPTY_DOCUMENT,
    location: PLACE,
    families: { [FAMILY]: { order: 1, kk: `327301230410${9001 + series}` } },
    members: Object.fromEntries(members),
  }
}

/**
 * A whole survey of an ordinary family, in which nothing is odd: all that the current questionnaire asks is answered.
 * @param more.wanted answers by pattern or path in place of the ordinary ones
 */
export function ordinaryFamily(
  size: number,
  {
    series = 0,
    wanted = {},
  }: { readonly series?: number; readonly wanted?: Readonly<Record<Path, Answer>> } = {},
): SurveyDocument {
  const card = familyCard(size, series)
  const own = PEOPLE.slice(0, size).flatMap(({ answers = {} }, index) =>
    Object.entries(answers).map(
      ([field, answer]) => [`members/${memberId(index)}/${field}`, answer] as const,
    ),
  )
  return fillSurvey(card, { ...Object.fromEntries(own), ...wanted }, new Date().toISOString())
}

/** What is odd in a survey; only its pictures are missing where nothing is. */
export function oddIn(document: SurveyDocument): readonly string[] {
  return findingsOf(document, EMPTY_DOCUMENT, jakartaDate(new Date())).flatMap(({ path, key }) =>
    key === 'photo' ? [] : [`${path} ${key}`],
  )
}

/** The same card as the ministry's list has it, a line for each person. */
export function listLinesOf({ location, families, members }: SurveyDocument): readonly string[] {
  const [kk = ''] = Object.values(families).map((family) => family.kk ?? '')
  return entriesOf(members).map(([, member], index) => {
    const row: Readonly<Record<string, string | undefined>> = {
      iddtks: `${kk}${index}`,
      provinsi: 'JAWA BARAT',
      kabupaten_kota: 'KOTA BANDUNG',
      kecamatan: 'SUKASARI',
      desa_kelurahan: 'SUKARASA',
      alamat: location.address,
      rt: location.rt,
      rw: location.rw,
      nomor_kk: kk,
      nomor_nik: member.nik,
      nama: member.name,
      tanggal_lahir: member.birthDate,
      tempat_lahir: 'BANDUNG',
      jenis_kelamin: member.sex,
      nama_ibu_kandung: 'EUIS',
      hubungan_keluarga: LISTED_AS[member.relationship ?? ''],
    }
    return lineOf(COLUMNS.map((column) => row[column] ?? ''))
  })
}

const LISTED_AS: Readonly<Record<string, string>> = {
  kepala: 'KEPALA KELUARGA',
  pasangan: 'ISTRI',
  anak: 'ANAK',
  orang_tua_mertua: 'ORANG TUA',
  lainnya: 'FAMILI LAIN',
}
