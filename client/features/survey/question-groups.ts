import type { Question } from '../../../shared/survey/question.ts'
import type { Text } from '../../../shared/text.ts'

export type QuestionGroup = {
  /** null for what stands before the first heading */
  readonly heading: Text | null
  readonly questions: readonly Question[]
}

/** Questions under their headings. A heading opens its group even where its own question is not asked. */
export function groupsOf(questions: readonly Question[]): readonly QuestionGroup[] {
  const groups: { heading: Text | null; questions: Question[] }[] = []
  for (const question of questions) {
    const { heading, ...bare } = question
    const last = groups.at(-1)
    if (last && !heading) last.questions.push(question)
    else groups.push({ heading: heading ?? null, questions: [bare] })
  }
  return groups
}
