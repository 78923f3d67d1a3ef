import type { Text } from '../text.ts'
import type { SurveyDocument } from './document.ts'
import type { Path } from './path.ts'
import type { VisitDate } from './visit-date.ts'

/** A choice: a semantic key, with its code in each of the ministry's schemes, null where the scheme lacks it. */
export type Option = {
  readonly key: string
  readonly text: Text
  readonly codes?: {
    readonly dtsen: number | null
    readonly regsosek: number | null
    readonly bdt: number | null
  }
  /** "tidak tahu", "menolak": drawn smaller than the real answers */
  readonly quiet?: boolean
  /** of a many-of question: stands for none of the others, and so stands alone */
  readonly alone?: boolean
}

/** What a rule sees: the document, the roster entry that the question stands in, and the day of the visit. */
export type RuleScope = {
  readonly document: SurveyDocument
  readonly entry: string | null
  /** ages and dates are judged on it, not on today; not at all where it is not known */
  readonly visitDate: VisitDate
}

/** A rule of the questionnaire: pure, so that a later importer can compile an expression into one. */
export type Rule = (scope: RuleScope) => boolean

/** An error blocks submission; a warning has to be confirmed with a reason. */
export type Check = {
  /** unique among the checks of its question; confirmations name it */
  readonly key: string
  readonly level: 'error' | 'warning'
  readonly holds: Rule
  /**
   * of a warning: the answers that it goes by, its question's own where left out. One that was confirmed asks again
   * as soon as any of them is another; the day of the visit alone, on which ages are judged, asks nobody again.
   */
  readonly reads?: (scope: RuleScope) => readonly Path[]
  readonly text: Text
}

/** UU 27/2022 Art. 4: `specific` personal data (children, health, finance) asks for more care than `general`. */
export type Sensitivity = 'none' | 'general' | 'specific'

type QuestionBase = {
  /** its key: the pattern of its answers' paths, `dwelling/floor`, `members/*\/name` */
  readonly path: Path
  readonly text: Text
  readonly help?: Text
  /** a heading that stands before it and opens a group of questions that belong together */
  readonly heading?: Text
  readonly required?: Rule
  /** wanted of everybody who has it, though a survey may do without: nothing is missing, and yet it is no matter of choice */
  readonly wanted?: true
  /** the question that may be answered in place of this one, and the other way round: one of both is needed */
  readonly orElse?: Path
  readonly relevant?: Rule
  readonly checks?: readonly Check[]
  /** questions of one entry that only make sense together merge as one */
  readonly group?: string
  /** holds on from visit to visit: who or what is still there takes it over with one word; all else is looked at anew */
  readonly lasting?: true
  readonly sensitivity: Sensitivity
  /** why it is asked (minimisation, UU 27/2022 Art. 16) */
  readonly purpose: Text
  /** the first and the last version of the questionnaire that ask it; 1, and the current one, where left out */
  readonly since?: number
  readonly until?: number
}

/**
 * Nobody has to answer what tells of their health, schooling, work, help, property or money (the privacy notice says so).
 * Our own choice: no scheme has a code for it.
 */
export const REFUSED: Option = {
  key: 'menolak',
  text: { id: 'Menolak menjawab', en: 'Refuses to answer' },
  quiet: true,
}

/** The same of a question with many answers. */
export const REFUSED_ALL: Option = { ...REFUSED, alone: true }

/** Answers of questions that let people not know or not say, in place of a number. */
export const UNSAID = ['tidak_tahu', 'menolak'] as const

export type Question = QuestionBase &
  (
    | {
        readonly kind: 'text'
        readonly maxLength: number
        /** how many lines it is given; one where left out */
        readonly lines?: number
        /** what is mostly said: the key of one is an answer as well as own words */
        readonly phrases?: readonly Option[]
      }
    | {
        readonly kind: 'number'
        readonly unit: Text
        readonly decimals?: number
        /** one of {@link UNSAID} is an answer, too */
        readonly mayBeUnsaid?: boolean
      }
    /** whole Rupiah */
    | { readonly kind: 'money'; readonly mayBeUnsaid?: boolean }
    /** `day` is `YYYY-MM-DD`; `month` a year with its month where it is known; `any` all three */
    | { readonly kind: 'date'; readonly precision: 'day' | 'month' | 'any' }
    | {
        readonly kind: 'one-of'
        readonly options: readonly Option[]
        /** too many to lay out: the phone's own picker */
        readonly picker?: boolean
        /** questions that stand together and share their options, drawn as one table of rows */
        readonly battery?: Battery
      }
    | { readonly kind: 'many-of'; readonly options: readonly Option[] }
    /** ya, tidak, tidak_tahu, menolak: {@link YES_NO} */
    | { readonly kind: 'yes-no' }
    | { readonly kind: 'region'; readonly level: 'kelurahan' | 'rw' | 'rt' }
    /** a geo URI with its accuracy (RFC 5870) */
    | { readonly kind: 'location' }
    /** SHA-256 of a picture that lies beside the survey, hex */
    | { readonly kind: 'photo' }
    /** strokes as an SVG path */
    | { readonly kind: 'signature' }
    | { readonly kind: 'nik' | 'kk' | 'problem' }
    /** something to be read, without an answer */
    | { readonly kind: 'note' }
    /** set by the program, never asked: order keys and versions, references, subjects, times, short machine texts */
    | { readonly kind: 'order' | 'version' | 'subject' | 'instant' }
    | { readonly kind: 'reference'; readonly to: 'family' | 'household' }
    | { readonly kind: 'token'; readonly maxLength: number }
  )

export type Battery = {
  readonly key: string
  /** asks for all rows at once */
  readonly text: Text
  /** the option that one tap gives to every row that has no answer yet, and the words of that tap */
  readonly rest: { readonly key: string; readonly text: Text }
  /** the same for whoever answers none of them */
  readonly refusal: { readonly key: string; readonly text: Text }
}

export const YES_NO: readonly Option[] = [
  { key: 'ya', text: { id: 'Ya', en: 'Yes' }, codes: { dtsen: 1, regsosek: 1, bdt: 1 } },
  { key: 'tidak', text: { id: 'Tidak', en: 'No' }, codes: { dtsen: 2, regsosek: 2, bdt: 2 } },
  { key: 'tidak_tahu', text: { id: 'Tidak tahu', en: 'Does not know' }, quiet: true },
  REFUSED,
]

const SET_BY_PROGRAM: readonly Question['kind'][] = [
  'order',
  'version',
  'reference',
  'instant',
  'token',
  'photo',
]

/** True for what stands on a screen as a question; the rest is set by the program, or by acts such as removing. */
export function isAskedOfPeople({ kind, path }: Question): boolean {
  return !SET_BY_PROGRAM.includes(kind) && !/\/(removed|removedWhy|changedWhy|kind)$/.test(path)
}

/** True where nobody misses the answer as long as there is none, whatever stands in for it. */
export function isOptional({ required, wanted, orElse }: Question, scope: RuleScope): boolean {
  return !wanted && orElse === undefined && !required?.(scope)
}

export type SectionKey =
  'visit' | 'location' | 'members' | 'dwelling' | 'assets' | 'economy' | 'problems' | 'closing'

export type Section = {
  readonly key: SectionKey
  readonly text: Text
  readonly questions: readonly Question[]
}

/** The options of a choice, a yes-no question's among them; empty for other kinds. */
export function optionsOf(question: Question): readonly Option[] {
  if (question.kind === 'yes-no') return YES_NO
  return 'options' in question ? question.options : []
}
