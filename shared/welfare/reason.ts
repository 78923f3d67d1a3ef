import type { Text } from '../text.ts'
import type { Path } from '../survey/path.ts'

/** Why a rule speaks: in a few words, and the answers that it goes by. */
export type Reason = {
  /** goes on after "karena": "lantai tanah" */
  readonly text: Text
  /** in the order of the questionnaire; the last one is where the suggestion comes up */
  readonly from: readonly Path[]
}

export function reason(id: string, en: string, ...from: readonly Path[]): Reason {
  return { text: { id, en }, from }
}
