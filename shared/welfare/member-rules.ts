import { ageInYears } from '../population/age.ts'
import { entriesOf, type MemberAnswers, type SurveyDocument } from '../survey/document.ts'
import {
  FUNCTION_FIELDS,
  hasSeriousDifficulty,
  isIll,
  isSeriousDifficulty,
} from '../survey/sections/member-care.ts'
import { UNSAFE_WATER } from './household-rules.ts'
import { reason, type Reason } from './reason.ts'
import type { VisitDate } from '../survey/visit-date.ts'

/** Where a member stands. */
export type MemberScope = {
  readonly document: SurveyDocument
  /** what was known of the household before: listed people may not be settled yet */
  readonly known: SurveyDocument
  readonly id: string
  /** `YYYY-MM-DD` */
  readonly visitDate: VisitDate
}

/** A rule that suggests a problem of one person. Each names its source. */
export type MemberRule = {
  readonly key: string
  readonly code: string
  /** law, decree, or `own choice` */
  readonly source: string
  /** null where the answers do not speak for it */
  readonly reasonFor: (member: MemberAnswers, scope: MemberScope) => Reason | null
}

const PPKS = 'Permensos 8/2012'
const OWN_CHOICE = 'own choice'
/** Permensos 8/2012, type 8. */
const OLD_AGE = 60

/** SMA and above: a child out of school who has one of these has left none. Our own choice. */
const FINISHED_SCHOOL: readonly string[] = ['sma', 'd1_d3', 'd4_s1', 's2_s3']

/** They look at members of the whole household; every other rule at one member and the household's answers. */
export const RULES_OF_ALL_MEMBERS: readonly string[] = ['old-alone', 'woman-at-risk']

export const MEMBER_RULES: readonly MemberRule[] = [
  {
    key: 'documents',
    code: 'kota.tanpa_dokumen',
    source: `${OWN_CHOICE}; documents that were only not shown do not suggest it`,
    reasonFor: ({ nik, nikMissing, birthRegistered }, { id }) => {
      if (nik === undefined && nikMissing === 'belum_punya') {
        return reason('belum punya NIK', 'has no NIK', `members/${id}/nikMissing`)
      }
      if (nik === undefined && nikMissing === 'dokumen_hilang') {
        return reason('dokumen hilang', 'documents are lost', `members/${id}/nikMissing`)
      }
      return birthRegistered === 'tidak'
        ? reason('tidak punya akta kelahiran', 'the birth is not registered', `members/${id}/birthRegistered`)
        : null
    },
  },
  {
    key: 'school',
    code: 'kota.putus_sekolah',
    source: OWN_CHOICE,
    reasonFor: (member, { id, visitDate }) => {
      const age = ageOf(member, visitDate)
      return isOutOfSchool(member) && !hasFinishedSchool(member) && isAged(age, 7, 18)
        ? reason(
            `umur ${age} tahun dan tidak bersekolah`,
            `${age} years old and not in school`,
            `members/${id}/birthDate`,
            `members/${id}/schooling`,
          )
        : null
    },
  },
  {
    key: 'insurance',
    code: 'kota.tanpa_jaminan_kesehatan',
    source: OWN_CHOICE,
    reasonFor: ({ insurance = [], insuranceActive }, { id }) => {
      if (insurance.length === 0) return null
      if (insurance.every((key) => key === 'tidak')) {
        return reason('tanpa jaminan kesehatan', 'no health insurance', `members/${id}/insurance`)
      }
      return insuranceActive === 'tidak'
        ? reason(
            'jaminan kesehatan tidak aktif',
            'the health insurance is not active',
            `members/${id}/insuranceActive`,
          )
        : null
    },
  },
  {
    key: 'illness',
    code: 'kota.sakit_menahun',
    source: OWN_CHOICE,
    reasonFor: ({ treatment }, scope) =>
      treatment === 'tidak' && isIll(ruleScope(scope))
        ? reason(
            'penyakit menahun tanpa berobat rutin',
            'chronically ill without regular treatment',
            `members/${scope.id}/illnesses`,
            `members/${scope.id}/treatment`,
          )
        : null,
  },
  {
    key: 'device',
    code: 'kota.alat_bantu',
    source: OWN_CHOICE,
    reasonFor: ({ device }, scope) =>
      device === 'tidak' && hasSeriousDifficulty(ruleScope(scope))
        ? reason(
            'banyak kesulitan, tanpa alat bantu',
            'a lot of difficulty, no device',
            `members/${scope.id}/device`,
          )
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
    reasonFor: (member, { document, known, id, visitDate }) => {
      const isUnsettled = entriesOf(known.members).some(([listed]) => document.members[listed] === undefined)
      const ages = entriesOf(document.members).map(([, each]) => ageOf(each, visitDate))
      const areAllOld = ages.every((age) => isAged(age, OLD_AGE))
      if (isUnsettled || !isAged(ageOf(member, visitDate), OLD_AGE) || !areAllOld) return null
      return ages.length === 1
        ? reason('lansia tinggal sendiri', 'an older person living alone', `members/${id}/birthDate`)
        : reason(
            'semua anggota berumur 60 tahun ke atas',
            'all members are 60 or over',
            `members/${id}/birthDate`,
          )
    },
  },
  {
    key: 'old-neglected',
    code: 'ppks.lansia_telantar',
    source: `${PPKS}: food, clothing or shelter unmet; that these answers show it is our own choice`,
    reasonFor: (member, { document: { economy }, visitDate }) => {
      if (!isAged(ageOf(member, visitDate), OLD_AGE)) return null
      if (economy.hunger === 'ya') {
        return reason('lansia, kurang makan', 'older, not enough food', 'economy/hunger')
      }
      if (economy.shelter === 'tidak') {
        return reason('lansia, tanpa tempat berteduh tetap', 'older, no permanent shelter', 'economy/shelter')
      }
      return economy.clothes === 'tidak'
        ? reason(
            'lansia, setahun tidak membeli pakaian',
            'older, no clothes bought in a year',
            'economy/clothes',
          )
        : null
    },
  },
  {
    key: 'stunting',
    code: 'kota.risiko_stunting',
    source: OWN_CHOICE,
    reasonFor: (member, { document: { economy, dwelling }, id, visitDate }) => {
      if (!isAged(ageOf(member, visitDate), 0, 4)) return null
      if (member.nutrition === 'stunting' || member.nutrition === 'wasting') {
        return reason('kurang gizi menurut catatan', 'poor nutrition on record', `members/${id}/nutrition`)
      }
      if (economy.hunger === 'ya') {
        return reason('balita, keluarga kurang makan', 'under five, short of food', 'economy/hunger')
      }
      return UNSAFE_WATER.includes(dwelling.water ?? '')
        ? reason('balita, air minum tidak layak', 'under five, unsafe water', 'dwelling/water')
        : null
    },
  },
  {
    key: 'pregnancy',
    code: 'kota.ibu_hamil_risiko',
    source: OWN_CHOICE,
    reasonFor: ({ pregnant, antenatal }, { id }) =>
      pregnant === 'ya' && antenatal === 'tidak'
        ? reason(
            'hamil tanpa pemeriksaan rutin',
            'pregnant without antenatal visits',
            `members/${id}/pregnant`,
            `members/${id}/antenatal`,
          )
        : null,
  },
  {
    key: 'unemployed',
    code: 'kota.pengangguran',
    source: OWN_CHOICE,
    reasonFor: (member, { id, visitDate }) =>
      member.worked === 'tidak' &&
      member.seeksWork === 'ya' &&
      isOutOfSchool(member) &&
      isAged(ageOf(member, visitDate), 15, 59)
        ? reason(
            'tidak bekerja dan mencari kerja',
            'no work, and looking for it',
            `members/${id}/worked`,
            `members/${id}/seeksWork`,
          )
        : null,
  },
  {
    key: 'woman-at-risk',
    code: 'ppks.prse',
    source: `${PPKS}: main earner with too low an income; that an unsteady income shows it is our own choice`,
    reasonFor: (member, { document, known, id, visitDate }) =>
      member.sex === 'P' &&
      member.relationship === 'kepala' &&
      document.economy.steadyIncome === 'tidak' &&
      isOnlyHead(id, document, known) &&
      isAged(ageOf(member, visitDate), 18, 59)
        ? reason(
            'perempuan kepala keluarga, penghasilan tidak tetap',
            'a woman heads the family, income not steady',
            `members/${id}/relationship`,
            'economy/steadyIncome',
          )
        : null,
  },
]

/** The household is asked once about its head's income: with several heads, nobody can tell whose it is. */
function isOnlyHead(id: string, document: SurveyDocument, known: SurveyDocument): boolean {
  const unsettled = entriesOf(known.members).filter(([listed]) => document.members[listed] === undefined)
  return ![...entriesOf(document.members), ...unsettled].some(
    ([other, { relationship }]) => other !== id && relationship === 'kepala',
  )
}

function difficultyFrom(min: number, max: number, member: MemberAnswers, scope: MemberScope): Reason | null {
  if (!isAged(ageOf(member, scope.visitDate), min, max)) return null
  const fields = Object.values(FUNCTION_FIELDS).filter((field) => isSeriousDifficulty(member[field]))
  if (fields.length === 0) return null
  return reason(
    'banyak kesulitan dalam sehari-hari',
    'a lot of difficulty in daily life',
    ...fields.map((field) => `members/${scope.id}/${field}`),
  )
}

function isOutOfSchool({ schooling }: MemberAnswers): boolean {
  return schooling === 'belum' || schooling === 'tidak_lagi'
}

function hasFinishedSchool({ certificate }: MemberAnswers): boolean {
  return certificate !== undefined && FINISHED_SCHOOL.includes(certificate)
}

function ruleScope({ document, id, visitDate }: MemberScope) {
  return { document, entry: id, visitDate }
}

function ageOf({ birthDate }: MemberAnswers, visitDate: VisitDate): number | null {
  return birthDate === undefined ? null : ageInYears(birthDate, visitDate)
}

function isAged(age: number | null, min: number, max = Infinity): boolean {
  return age !== null && age >= min && age <= max
}
