import type { SurveyDocument } from '../survey/document.ts'
import { TOILET, WALL, WATER } from '../survey/code-lists.ts'
import type { Option } from '../survey/question.ts'
import type { Text } from '../text.ts'
import { answersBehind, criteriaMet, POOR_WALLS, WITHOUT_OWN_TOILET } from './criteria.ts'
import { headsWithoutWork } from './heads.ts'
import { reason, type Reason } from './reason.ts'

/** A rule that suggests a problem of a household. Each names its source. */
export type HouseholdRule = {
  readonly key: string
  readonly code: string
  /** law, decree, or `own choice` */
  readonly source: string
  /** null where the answers do not speak for it */
  readonly reasonIn: (document: SurveyDocument) => Reason | null
}

const DECREE = 'Kepmensos 262/HUK/2022'
const OWN_CHOICE = 'own choice'

/** Sources of drinking water that the catalogue calls unsafe: our own choice. */
export const UNSAFE_WATER: readonly string[] = [
  'sumur_tak_terlindung',
  'mata_air_tak_terlindung',
  'air_permukaan',
  'air_hujan',
]

/** How many of the nine criteria speak for a poor family; the decree gives none. */
const CRITERIA_FOR_POVERTY = 3

export const HOUSEHOLD_RULES: readonly HouseholdRule[] = [
  {
    key: 'poverty',
    code: 'ppks.fakir_miskin',
    source: `${DECREE}; that three criteria suggest it is our own choice`,
    reasonIn: (document) => {
      const met = criteriaMet(document)
      if (met.length < CRITERIA_FOR_POVERTY) return null
      return reason(
        `${met.length} dari 9 kriteria fakir miskin`,
        `${met.length} of the 9 criteria of poverty`,
        ...met.flatMap((criterion) => answersBehind(criterion, document)),
      )
    },
  },
  {
    key: 'hunger',
    code: 'kota.kebutuhan_pangan',
    source: DECREE,
    reasonIn: ({ economy }) =>
      economy.hunger === 'ya'
        ? reason('pernah khawatir atau sampai tidak makan', 'feared hunger, or did not eat', 'economy/hunger')
        : null,
  },
  {
    key: 'floor',
    code: 'kota.rumah_tidak_layak',
    source: `${DECREE}; which walls of the list are meant, and that a floor of plaster alone does not suggest it, is our own choice`,
    reasonIn: ({ dwelling: { floor, wall } }) => {
      const earth = floor === 'tanah' ? reason('lantai tanah', 'a floor of earth', 'dwelling/floor') : null
      const thin = POOR_WALLS.includes(wall ?? '')
        ? reason(`dinding ${labelOf(WALL, wall).id}`, `a wall of ${labelOf(WALL, wall).en}`, 'dwelling/wall')
        : null
      return earth && thin ? both(earth, thin) : (earth ?? thin)
    },
  },
  {
    key: 'toilet',
    code: 'kota.tanpa_jamban',
    source: `${DECREE}; that a toilet which nobody uses is one's own is our own choice`,
    reasonIn: ({ dwelling: { toilet } }) =>
      WITHOUT_OWN_TOILET.includes(toilet ?? '')
        ? reason(
            `tempat buang air besar: ${labelOf(TOILET, toilet).id}`,
            `toilet: ${labelOf(TOILET, toilet).en}`,
            'dwelling/toilet',
          )
        : null,
  },
  {
    key: 'water',
    code: 'kota.air_minum_tidak_layak',
    source: OWN_CHOICE,
    reasonIn: ({ dwelling: { water } }) =>
      UNSAFE_WATER.includes(water ?? '')
        ? reason(
            `air minum dari ${labelOf(WATER, water).id}`,
            `drinking water: ${labelOf(WATER, water).en}`,
            'dwelling/water',
          )
        : null,
  },
  {
    key: 'power',
    code: 'kota.listrik_terbatas',
    source: `${DECREE}; that power from the grid without a meter says nothing is our own choice`,
    reasonIn: ({ dwelling: { powerSource, powerWatt } }) => {
      if (powerSource === 'bukan_listrik') {
        return reason('tanpa listrik', 'no electricity', 'dwelling/powerSource')
      }
      return powerSource === 'pln_meteran' && powerWatt === '450'
        ? reason('daya listrik 450 watt', 'installed power of 450 watts', 'dwelling/powerWatt')
        : null
    },
  },
  {
    key: 'shelter',
    code: 'kota.tanpa_tempat_tinggal',
    source: DECREE,
    reasonIn: ({ economy }) =>
      economy.shelter === 'tidak'
        ? reason('tidak punya tempat berteduh tetap', 'no permanent shelter', 'economy/shelter')
        : null,
  },
  {
    key: 'head-work',
    code: 'kota.kepala_tidak_bekerja',
    source: DECREE,
    reasonIn: (document) => {
      const jobless = headsWithoutWork(document)
      if (jobless.length > 0) {
        return reason(
          'kepala keluarga tidak bekerja',
          'the family head has no work',
          ...jobless.map((id) => `members/${id}/worked`),
        )
      }
      return document.economy.steadyIncome === 'tidak'
        ? reason(
            'penghasilan kepala keluarga tidak tetap',
            'the head’s income is not steady',
            'economy/steadyIncome',
          )
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
        ? reason(
            'utang rentenir atau pinjaman daring yang tidak sanggup dibayar',
            'a money lender’s or online loan that they cannot pay',
            'economy/debts',
            'economy/debtBurden',
          )
        : null
    },
  },
]

/** An option's words inside a sentence. */
function labelOf(options: readonly Option[], key: string | undefined): Text {
  const { id = '', en = '' } = options.find((each) => each.key === key)?.text ?? {}
  return { id: lowerFirst(id), en: lowerFirst(en) }
}

/** Names such as MCK keep their capitals. */
function lowerFirst(words: string): string {
  return /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words
}

function both(one: Reason, other: Reason): Reason {
  return reason(
    `${one.text.id} dan ${other.text.id}`,
    `${one.text.en} and ${other.text.en}`,
    ...one.from,
    ...other.from,
  )
}
