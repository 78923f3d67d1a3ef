import type { SurveyDocument } from '../../../shared/survey/document.ts'
import { headsBeside } from '../../../shared/survey/families.ts'
import { answerAt, patternOf, pathOf, type Path } from '../../../shared/survey/path.ts'
import type { Edit } from '../../ports/field-work.ts'

/**
 * Questions that the people of one family mostly answer alike, with what belongs to them. Health insurance alone: a
 * card covers the whole family. Work, schooling and health are each person's own (our own choice).
 */
export const SHARED_ANSWERS: Readonly<Record<string, readonly string[]>> = {
  'members/*/insurance': ['members/*/insurance', 'members/*/insuranceActive'],
}

/** What takes over the family head's answer; empty for the head, and where the head has none. */
export function editsSameAsHead(path: Path, member: string, document: SurveyDocument): readonly Edit[] {
  const [head] = headsBeside(member, document)
  if (head === undefined || head === member) return []
  const patterns = SHARED_ANSWERS[patternOf(path)] ?? []
  const edits = patterns.flatMap((pattern) => {
    const to = answerAt(document, pathOf(pattern, head))
    return to === null ? [] : [{ path: pathOf(pattern, member), to }]
  })
  return edits[0]?.path === path ? edits : []
}
