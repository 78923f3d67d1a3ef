import type { Text } from '../text.ts'
import type { SurveyDocument } from '../survey/document.ts'

/** One of the nine criteria of a poor family. Source: Kepmensos 262/HUK/2022. */
export type Criterion = {
  readonly key: 'shelter' | 'income' | 'hunger' | 'food' | 'clothes' | 'floor' | 'wall' | 'toilet' | 'power'
  readonly text: Text
  /** null where the answers do not say */
  readonly isMet: (document: SurveyDocument) => boolean | null
}

/** Walls of bamboo or board; the ministry's list has no tarpaulin and no unplastered brick. */
export const POOR_WALLS: readonly string[] = [
  'kayu_papan_gypsum_grc',
  'anyaman_bambu',
  'batang_kayu',
  'bambu',
]

/** A floor of earth or plaster. */
const POOR_FLOORS: readonly string[] = ['tanah', 'semen_bata']

/** The nine criteria in the decree's order; docs/domain.md section 3. */
export const CRITERIA: readonly Criterion[] = [
  {
    key: 'shelter',
    text: { id: 'Tidak punya tempat berteduh tetap', en: 'No permanent shelter' },
    isMet: ({ economy }) => said(economy.shelter, 'tidak'),
  },
  {
    key: 'income',
    text: {
      id: 'Kepala keluarga tidak bekerja atau berpenghasilan tidak tetap',
      en: 'Head without work or steady income',
    },
    isMet: ({ economy }) => said(economy.steadyIncome, 'tidak'),
  },
  {
    key: 'hunger',
    text: {
      id: 'Pernah khawatir tidak makan atau tidak makan dalam setahun',
      en: 'Feared hunger or did not eat in the last year',
    },
    isMet: ({ economy }) => said(economy.hunger, 'ya'),
  },
  {
    key: 'food',
    text: {
      id: 'Lebih dari separuh pengeluaran untuk makanan',
      en: 'More than half of the spending is for food',
    },
    isMet: ({ economy: { spending, foodSpending, foodIsMost } }) =>
      typeof spending === 'number' && typeof foodSpending === 'number'
        ? foodSpending > spending / 2
        : said(foodIsMost, 'ya'),
  },
  {
    key: 'clothes',
    text: { id: 'Tidak membeli pakaian dalam setahun', en: 'Bought no clothes in the last year' },
    isMet: ({ economy }) => said(economy.clothes, 'tidak'),
  },
  {
    key: 'floor',
    text: { id: 'Lantai tanah atau plesteran', en: 'Floor of earth or plaster' },
    isMet: ({ dwelling }) => oneOf(dwelling.floor, POOR_FLOORS),
  },
  {
    key: 'wall',
    text: { id: 'Dinding bambu atau papan', en: 'Wall of bamboo or board' },
    isMet: ({ dwelling }) => oneOf(dwelling.wall, POOR_WALLS),
  },
  {
    key: 'toilet',
    text: { id: 'Tidak punya jamban sendiri', en: 'No toilet of its own' },
    isMet: ({ dwelling }) => (dwelling.toilet === undefined ? null : dwelling.toilet !== 'sendiri'),
  },
  {
    key: 'power',
    text: { id: 'Tanpa listrik atau daya 450 watt', en: 'No electricity, or 450 watts' },
    isMet: ({ dwelling: { powerSource, powerWatt } }) => {
      if (powerSource === undefined) return null
      return powerSource === 'bukan_listrik' || powerWatt === '450'
    },
  },
]

/** The criteria that a household meets. Which of them make a family poor is for people to say. */
export function criteriaMet(document: SurveyDocument): readonly Criterion[] {
  return CRITERIA.filter(({ isMet }) => isMet(document) === true)
}

/** Not knowing and not saying are no answer. */
function said(answer: string | undefined, wanted: 'ya' | 'tidak'): boolean | null {
  return answer === 'ya' || answer === 'tidak' ? answer === wanted : null
}

function oneOf(answer: string | undefined, keys: readonly string[]): boolean | null {
  return answer === undefined ? null : keys.includes(answer)
}
