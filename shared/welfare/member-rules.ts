import type { Text } from '../text.ts'
import { ageInYears } from '../population/age.ts'
import { entriesOf, type MemberAnswers, type SurveyDocument } from '../survey/document.ts'
import { hasSeriousDifficulty, isIll } from '../survey/sections/member-care.ts'
import { UNSAFE_WATER } from './household-rules.ts'

/** Where a member stands. */
export type MemberScope = {
  readonly document: SurveyDocument
  readonly id: string
  /** `YYYY-MM-DD` */
  readonly visitDate: string
}

/** A rule that suggests a problem of one person. Each names its source. */
export type MemberRule = {
  readonly key: string
  readonly code: string
  /** law, decree, or `own choice` */
  readonly source: string
  /** why, in a few words; null where the answers do not speak for it */
  readonly reasonFor: (member: MemberAnswers, scope: MemberScope) => Text | null
}

const PPKS = 'Permensos 8/2012'
const OWN_CHOICE = 'own choice'
/** UU 13/1998 Art. 1: 60 years and over. */
const OLD_AGE = 60

export const MEMBER_RULES: readonly MemberRule[] = [
  {
    key: 'documents',
    code: 'kota.tanpa_dokumen',
    source: OWN_CHOICE,
    reasonFor: ({ nik, nikMissing, birthRegistered }) => {
      if (nik === undefined && nikMissing === 'belum_punya')
        return { id: 'belum punya NIK', en: 'has no NIK' }
      if (nik === undefined && nikMissing === 'dokumen_hilang') {
        return { id: 'dokumen hilang', en: 'documents are lost' }
      }
      return birthRegistered === 'tidak'
        ? { id: 'tidak punya akta kelahiran', en: 'the birth is not registered' }
        : null
    },
  },
  {
    key: 'school',
    code: 'kota.putus_sekolah',
    source: OWN_CHOICE,
    reasonFor: ({ schooling, ...member }, { visitDate }) => {
      const age = ageOf(member, visitDate)
      const isOut = schooling === 'belum' || schooling === 'tidak_lagi'
      return isOut && isAged(age, 7, 18)
        ? { id: `umur ${age} tahun dan tidak bersekolah`, en: `${age} years old and not in school` }
        : null
    },
  },
  {
    key: 'insurance',
    code: 'kota.tanpa_jaminan_kesehatan',
    source: OWN_CHOICE,
    reasonFor: ({ insurance = [], insuranceActive }) => {
      if (insurance.includes('tidak')) return { id: 'tanpa jaminan kesehatan', en: 'no health insurance' }
      return insurance.length > 0 && insuranceActive === 'tidak'
        ? { id: 'jaminan kesehatan tidak aktif', en: 'the health insurance is not active' }
        : null
    },
  },
  {
    key: 'illness',
    code: 'kota.sakit_menahun',
    source: OWN_CHOICE,
    reasonFor: ({ treatment }, scope) =>
      treatment === 'tidak' && isIll(ruleScope(scope))
        ? { id: 'sakit menahun tanpa berobat rutin', en: 'chronically ill without regular treatment' }
        : null,
  },
  {
    key: 'device',
    code: 'kota.alat_bantu',
    source: OWN_CHOICE,
    reasonFor: ({ device }, scope) =>
      device === 'tidak' && hasSeriousDifficulty(ruleScope(scope))
        ? { id: 'banyak kesulitan, tanpa alat bantu', en: 'a lot of difficulty, no device' }
        : null,
  },
  {
    key: 'disability',
    code: 'ppks.disabilitas',
    source: `${PPKS}; the cut-off is the Washington Group's`,
    reasonFor: (member, scope) => difficultyFrom(18, Infinity, member, scope),
  },
  {
    key: 'child-disability',
    code: 'ppks.adk',
    source: `${PPKS}; the cut-off is the Washington Group's`,
    reasonFor: (member, scope) => difficultyFrom(0, 17, member, scope),
  },
  {
    key: 'old-alone',
    code: 'kota.lansia_tunggal',
    source: OWN_CHOICE,
    reasonFor: (member, { document, visitDate }) => {
      const ages = entriesOf(document.members).map(([, each]) => ageOf(each, visitDate))
      if (!isAged(ageOf(member, visitDate), OLD_AGE) || !ages.every((age) => isAged(age, OLD_AGE)))
        return null
      return ages.length === 1
        ? { id: 'lansia tinggal sendiri', en: 'an older person living alone' }
        : { id: 'semua anggota berumur 60 tahun ke atas', en: 'all members are 60 or over' }
    },
  },
  {
    key: 'old-neglected',
    code: 'ppks.lansia_telantar',
    source: `${PPKS}: food, clothing or shelter unmet`,
    reasonFor: (member, { document: { economy }, visitDate }) => {
      if (!isAged(ageOf(member, visitDate), OLD_AGE)) return null
      if (economy.hunger === 'ya') return { id: 'lansia, kurang makan', en: 'older, not enough food' }
      if (economy.shelter === 'tidak') return { id: 'lansia, tanpa tempat berteduh', en: 'older, no shelter' }
      return economy.clothes === 'tidak'
        ? { id: 'lansia, tidak membeli pakaian', en: 'older, bought no clothes' }
        : null
    },
  },
  {
    key: 'stunting',
    code: 'kota.risiko_stunting',
    source: OWN_CHOICE,
    reasonFor: (member, { document: { economy, dwelling }, visitDate }) => {
      if (!isAged(ageOf(member, visitDate), 0, 4)) return null
      if (member.nutrition === 'stunting' || member.nutrition === 'wasting') {
        return { id: 'catatan gizi: kurang', en: 'poor nutrition on record' }
      }
      if (economy.hunger === 'ya')
        return { id: 'balita, keluarga kurang makan', en: 'under five, short of food' }
      return UNSAFE_WATER.includes(dwelling.water ?? '')
        ? { id: 'balita, air minum tidak layak', en: 'under five, unsafe water' }
        : null
    },
  },
  {
    key: 'pregnancy',
    code: 'kota.ibu_hamil_risiko',
    source: OWN_CHOICE,
    reasonFor: ({ pregnant, antenatal }) =>
      pregnant === 'ya' && antenatal === 'tidak'
        ? { id: 'hamil tanpa pemeriksaan rutin', en: 'pregnant without antenatal visits' }
        : null,
  },
  {
    key: 'unemployed',
    code: 'kota.pengangguran',
    source: OWN_CHOICE,
    reasonFor: ({ worked, seeksWork, schooling, ...member }, { visitDate }) =>
      worked === 'tidak' &&
      seeksWork === 'ya' &&
      schooling !== 'masih' &&
      isAged(ageOf(member, visitDate), 15, 59)
        ? { id: 'tidak bekerja dan mencari kerja', en: 'no work, and looking for it' }
        : null,
  },
  {
    key: 'woman-at-risk',
    code: 'ppks.prse',
    source: `${PPKS}: main earner with too low an income; that an unsteady income shows it is our own choice`,
    reasonFor: ({ sex, relationship, ...member }, { document: { economy }, visitDate }) =>
      sex === 'P' &&
      relationship === 'kepala' &&
      economy.steadyIncome === 'tidak' &&
      isAged(ageOf(member, visitDate), 18, 59)
        ? {
            id: 'perempuan kepala keluarga, penghasilan tidak tetap',
            en: 'a woman heads the family, income not steady',
          }
        : null,
  },
]

function difficultyFrom(min: number, max: number, member: MemberAnswers, scope: MemberScope): Text | null {
  if (!isAged(ageOf(member, scope.visitDate), min, max) || !hasSeriousDifficulty(ruleScope(scope)))
    return null
  return { id: 'banyak kesulitan dalam sehari-hari', en: 'a lot of difficulty in daily life' }
}

function ruleScope({ document, id, visitDate }: MemberScope) {
  return { document, entry: id, visitDate }
}

function ageOf({ birthDate }: MemberAnswers, visitDate: string): number | null {
  return birthDate === undefined ? null : ageInYears(birthDate, visitDate)
}

function isAged(age: number | null, min: number, max = Infinity): boolean {
  return age !== null && age >= min && age <= max
}
