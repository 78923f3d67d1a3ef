import type { Text } from '../text.ts'
import type { SurveyDocument } from './document.ts'
import type { Path } from './path.ts'

/** A choice: a semantic key, with its code in each of the ministry's schemes, null where the scheme lacks it. */
export type Option = {
  readonly key: string
  readonly text: Text
  readonly codes?: {
    readonly dtsen: number | null
    readonly regsosek: number | null
    readonly bdt: number | null
  }
}

/** What a rule sees: the document, the roster entry that the question stands in, and the day of the visit. */
export type RuleScope = {
  readonly document: SurveyDocument
  readonly entry: string | null
  /** `YYYY-MM-DD`; ages and dates are judged on it, not on today */
  readonly visitDate: string
}

/** An error blocks submission; a warning asks for a second look. */
export type Check = {
  readonly level: 'error' | 'warning'
  readonly holds: (scope: RuleScope) => boolean
  readonly text: Text
}

/** UU 27/2022 Art. 4: `specific` personal data (children, health, finance) asks for more care than `general`. */
export type Sensitivity = 'none' | 'general' | 'specific'

type QuestionBase = {
  /** pattern of the path: `dwelling/floor`, `members/*\/name` */
  readonly path: Path
  readonly text: Text
  readonly help?: Text
  readonly required?: (scope: RuleScope) => boolean
  readonly relevant?: (scope: RuleScope) => boolean
  readonly checks?: readonly Check[]
  /** questions of one entry that only make sense together merge as one */
  readonly group?: string
  readonly sensitivity: Sensitivity
  /** why it is asked (minimisation, UU 27/2022 Art. 16) */
  readonly purpose: Text
}

export type Question = QuestionBase &
  (
    | { readonly kind: 'text' | 'note'; readonly maxLength: number }
    | { readonly kind: 'one-of' | 'many-of'; readonly options: readonly Option[] }
    | { readonly kind: 'date' | 'month' | 'nik' | 'kk' | 'kelurahan' | 'neighbourhood' | 'problem' }
    /** set by the program, never asked: order keys, subjects, times */
    | { readonly kind: 'order' | 'reference' | 'subject' | 'instant' }
  )

export type Section = {
  readonly key: 'visit' | 'location' | 'members' | 'dwelling' | 'problems'
  readonly text: Text
  readonly questions: readonly Question[]
}
