import type { SectionKey } from '../../../shared/survey/question.ts'
import { SectionQuestions, useQuestionsOf } from './section-questions.tsx'

/** A section that has no rosters: its questions, from top to bottom. */
export function PlainSection({ section }: { readonly section: SectionKey }) {
  return <SectionQuestions questions={useQuestionsOf(section)} entry={null} />
}
