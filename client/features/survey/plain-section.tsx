import type { SectionKey } from '../../../shared/survey/question.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { questionsOf, SectionQuestions } from './section-questions.tsx'

/** A section that has no rosters: its questions, from top to bottom. */
export function PlainSection({ section }: { readonly section: SectionKey }) {
  const { document } = useQuestionDesk()
  return <SectionQuestions questions={questionsOf(document, section)} entry={null} />
}
