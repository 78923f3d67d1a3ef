import type { Text } from '../text.ts'
import { entriesOf, type SurveyDocument } from '../survey/document.ts'
import { FLOOR, TOILET, WALL, WATER } from '../survey/code-lists.ts'
import type { Option } from '../survey/question.ts'
import { criteriaMet, POOR_WALLS } from './criteria.ts'

/** A rule that suggests a problem of a household. Each names its source. */
export type HouseholdRule = {
  readonly key: string
  readonly code: string
  /** law, decree, or `own choice` */
  readonly source: string
  /** why, in a few words; null where the answers do not speak for it */
  readonly reasonIn: (document: SurveyDocument) => Text | null
}

const DECREE = 'Kepmensos 262/HUK/2022'
const OWN_CHOICE = 'own choice'

/** Sources of drinking water that JMP and the catalogue call unsafe. */
export const UNSAFE_WATER: readonly string[] = [
  'sumur_tak_terlindung',
  'mata_air_tak_terlindung',
  'air_permukaan',
  'air_hujan',
]

const WITHOUT_OWN_TOILET: readonly string[] = ['bersama', 'mck_komunal', 'mck_umum', 'tidak_ada']

/** How many of the nine criteria speak for a poor family; the decree gives none. */
const CRITERIA_FOR_POVERTY = 3

export const HOUSEHOLD_RULES: readonly HouseholdRule[] = [
  {
    key: 'poverty',
    code: 'ppks.fakir_miskin',
    source: `${DECREE}; that three criteria suggest it is our own choice`,
    reasonIn: (document) => {
      const count = criteriaMet(document).length
      if (count < CRITERIA_FOR_POVERTY) return null
      return {
        id: `${count} dari 9 kriteria fakir miskin`,
        en: `${count} of the 9 criteria of poverty`,
      }
    },
  },
  {
    key: 'hunger',
    code: 'kota.kebutuhan_pangan',
    source: DECREE,
    reasonIn: ({ economy }) =>
      economy.hunger === 'ya'
        ? { id: 'khawatir tidak makan, atau tidak makan', en: 'feared hunger, or did not eat' }
        : null,
  },
  {
    key: 'floor',
    code: 'kota.rumah_tidak_layak',
    source: DECREE,
    reasonIn: ({ dwelling }) => {
      const reasons = [
        dwelling.floor === 'tanah' ? named('lantai', 'floor', FLOOR, dwelling.floor) : null,
        POOR_WALLS.includes(dwelling.wall ?? '') ? named('dinding', 'wall', WALL, dwelling.wall) : null,
      ].filter((reason) => reason !== null)
      return reasons.length > 0 ? joined(reasons) : null
    },
  },
  {
    key: 'toilet',
    code: 'kota.tanpa_jamban',
    source: DECREE,
    reasonIn: ({ dwelling }) =>
      WITHOUT_OWN_TOILET.includes(dwelling.toilet ?? '')
        ? named('jamban:', 'toilet:', TOILET, dwelling.toilet)
        : null,
  },
  {
    key: 'water',
    code: 'kota.air_minum_tidak_layak',
    source: OWN_CHOICE,
    reasonIn: ({ dwelling }) =>
      UNSAFE_WATER.includes(dwelling.water ?? '')
        ? named('air minum:', 'drinking water:', WATER, dwelling.water)
        : null,
  },
  {
    key: 'power',
    code: 'kota.listrik_terbatas',
    source: DECREE,
    reasonIn: ({ dwelling }) => {
      if (dwelling.powerSource === 'bukan_listrik') return { id: 'tanpa listrik', en: 'no electricity' }
      return dwelling.powerSource === 'pln_meteran' && dwelling.powerWatt === '450'
        ? { id: 'daya 450 watt', en: '450 watts' }
        : null
    },
  },
  {
    key: 'shelter',
    code: 'kota.tanpa_tempat_tinggal',
    source: DECREE,
    reasonIn: ({ economy }) =>
      economy.shelter === 'tidak'
        ? { id: 'tidak punya tempat berteduh tetap', en: 'no permanent shelter' }
        : null,
  },
  {
    key: 'head-work',
    code: 'kota.kepala_tidak_bekerja',
    source: DECREE,
    reasonIn: ({ economy, members }) => {
      const isJobless = entriesOf(members).some(
        ([, { relationship, worked }]) => relationship === 'kepala' && worked === 'tidak',
      )
      if (isJobless) return { id: 'kepala keluarga tidak bekerja', en: 'the family head has no work' }
      return economy.steadyIncome === 'tidak'
        ? { id: 'penghasilan kepala keluarga tidak tetap', en: 'the head’s income is not steady' }
        : null
    },
  },
  {
    key: 'usury',
    code: 'kota.utang_rentenir',
    source: OWN_CHOICE,
    reasonIn: ({ economy: { debts = [], debtBurden } }) => {
      const isUsury = debts.includes('rentenir') || debts.includes('pinjaman_daring')
      return isUsury && debtBurden === 'tidak'
        ? {
            id: 'utang rentenir atau pinjaman daring yang tidak sanggup dibayar',
            en: 'a money lender’s or online loan that they cannot pay',
          }
        : null
    },
  },
]

function named(id: string, en: string, options: readonly Option[], key: string | undefined): Text {
  const option = options.find((each) => each.key === key)
  return {
    id: `${id} ${option?.text.id.toLowerCase() ?? ''}`,
    en: `${en} ${option?.text.en.toLowerCase() ?? ''}`,
  }
}

function joined(reasons: readonly Text[]): Text {
  return {
    id: reasons.map(({ id }) => id).join(', '),
    en: reasons.map(({ en }) => en).join(', '),
  }
}
