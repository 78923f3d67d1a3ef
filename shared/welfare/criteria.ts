import type { Text } from '../text.ts'
import type { EconomyAnswers, SurveyDocument } from '../survey/document.ts'
import { answerAt, type Path } from '../survey/path.ts'
import { headsWithoutWork } from './heads.ts'

/** One of the nine criteria of a poor family. Source: Kepmensos 262/HUK/2022. */
export type Criterion = {
  readonly key: 'shelter' | 'income' | 'hunger' | 'food' | 'clothes' | 'floor' | 'wall' | 'toilet' | 'power'
  readonly text: Text
  /** null where the answers do not say */
  readonly isMet: (document: SurveyDocument) => boolean | null
  /** the answers that it goes by, as far as they may be there */
  readonly from: (document: SurveyDocument) => readonly Path[]
}

/**
 * Walls of bamboo or board, by the decree. Which options of the list these are is our own choice: it puts gypsum and
 * GRC with the boards, has no tarpaulin and no unplastered brick, and bamboo or wire under plaster counts as sound.
 */
export const POOR_WALLS: readonly string[] = [
  'kayu_papan_gypsum_grc',
  'anyaman_bambu',
  'batang_kayu',
  'bambu',
]

/** A floor of earth or plaster, by the decree; that the list's "semen/bata" is plaster is our own choice. */
const POOR_FLOORS: readonly string[] = ['tanah', 'semen_bata']

/** No toilet of one's own, by the decree; that one which nobody uses is one's own all the same is our own choice. */
export const WITHOUT_OWN_TOILET: readonly string[] = ['bersama', 'mck_komunal', 'mck_umum', 'tidak_ada']

/** The nine criteria in the decree's order; docs/domain.md section 3. */
export const CRITERIA: readonly Criterion[] = [
  {
    key: 'shelter',
    text: { id: 'Tidak punya tempat berteduh tetap', en: 'No permanent shelter' },
    isMet: ({ economy }) => said(economy.shelter, 'tidak'),
    from: () => ['economy/shelter'],
  },
  {
    key: 'income',
    text: {
      id: 'Kepala keluarga tidak bekerja atau berpenghasilan tidak tetap',
      en: 'Head without work or steady income',
    },
    isMet: (document) =>
      headsWithoutWork(document).length > 0 || said(document.economy.steadyIncome, 'tidak'),
    from: (document) => {
      const jobless = headsWithoutWork(document).map((id) => `members/${id}/worked`)
      return jobless.length > 0 ? jobless : ['economy/steadyIncome']
    },
  },
  {
    key: 'hunger',
    text: {
      id: 'Pernah khawatir tidak makan atau tidak makan dalam setahun',
      en: 'Feared hunger or did not eat in the last year',
    },
    isMet: ({ economy }) => said(economy.hunger, 'ya'),
    from: () => ['economy/hunger'],
  },
  {
    key: 'food',
    text: {
      id: 'Lebih dari separuh pengeluaran untuk makanan',
      en: 'More than half of the spending is for food',
    },
    isMet: ({ economy }) => {
      const sums = sumsOf(economy)
      return sums ? sums.foodSpending > sums.spending / 2 : said(economy.foodIsMost, 'ya')
    },
    from: ({ economy }) =>
      sumsOf(economy) ? ['economy/spending', 'economy/foodSpending'] : ['economy/foodIsMost'],
  },
  {
    key: 'clothes',
    text: { id: 'Tidak membeli pakaian dalam setahun', en: 'Bought no clothes in the last year' },
    isMet: ({ economy }) => said(economy.clothes, 'tidak'),
    from: () => ['economy/clothes'],
  },
  {
    key: 'floor',
    text: { id: 'Lantai tanah atau plesteran', en: 'Floor of earth or plaster' },
    isMet: ({ dwelling }) => oneOf(dwelling.floor, POOR_FLOORS),
    from: () => ['dwelling/floor'],
  },
  {
    key: 'wall',
    text: { id: 'Dinding bambu atau papan', en: 'Wall of bamboo or board' },
    isMet: ({ dwelling }) => oneOf(dwelling.wall, POOR_WALLS),
    from: () => ['dwelling/wall'],
  },
  {
    key: 'toilet',
    text: { id: 'Tidak punya jamban sendiri', en: 'No toilet of its own' },
    isMet: ({ dwelling }) => oneOf(dwelling.toilet, WITHOUT_OWN_TOILET),
    from: () => ['dwelling/toilet'],
  },
  {
    key: 'power',
    text: { id: 'Tanpa listrik atau daya 450 watt', en: 'No electricity, or 450 watts' },
    isMet: ({ dwelling: { powerSource, powerWatt } }) => {
      if (powerSource === 'pln_meteran') return oneOf(powerWatt, ['450'])
      // Without a meter nobody is asked for the watts. That power of one's own is no less than the grid's is our own choice.
      return powerSource === 'pln_tanpa_meteran' ? null : oneOf(powerSource, ['bukan_listrik'])
    },
    from: ({ dwelling }) =>
      dwelling.powerSource === 'pln_meteran' ? ['dwelling/powerWatt'] : ['dwelling/powerSource'],
  },
]

/** The criteria that a household meets. Which of them make a family poor is for people to say. */
export function criteriaMet(document: SurveyDocument): readonly Criterion[] {
  return CRITERIA.filter(({ isMet }) => isMet(document) === true)
}

/** The answers that a criterion goes by and that are there. */
export function answersBehind({ from }: Criterion, document: SurveyDocument): readonly Path[] {
  return from(document).filter((path) => answerAt(document, path) !== null)
}

/** What is spent in all and on food; null where one of them is not known. */
function sumsOf({ spending, foodSpending }: EconomyAnswers) {
  return typeof spending === 'number' && typeof foodSpending === 'number' ? { spending, foodSpending } : null
}

/** Not knowing and not saying are no answer. */
function said(answer: string | undefined, wanted: 'ya' | 'tidak'): boolean | null {
  return answer === 'ya' || answer === 'tidak' ? answer === wanted : null
}

function oneOf(answer: string | undefined, keys: readonly string[]): boolean | null {
  return answer === undefined ? null : keys.includes(answer)
}
