import type { Path } from '../../../shared/survey/path.ts'
import { questionAt } from '../../../shared/survey/questionnaire.ts'

/**
 * The question that a control belongs to, null for buttons and the like. Ids are answers' paths; further
 * controls of a question append a word to it.
 */
export function pathInFocus(id: string): Path | null {
  if (questionAt(id)) return id
  const stem = id.slice(0, id.lastIndexOf('-'))
  return id.includes('-') && questionAt(stem) ? stem : null
}
