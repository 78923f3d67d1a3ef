import { lastVisit } from '../../../shared/survey/document.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { questionsOf, SectionQuestions } from './section-questions.tsx'

/** What is left at the door: pictures, hopes, remarks and the signature. */
export function ClosingSection() {
  const { document } = useQuestionDesk()
  const visit = lastVisit(document)?.[0] ?? null
  const questions = questionsOf(document, 'closing', (path) => !/^(attachments|confirmations)\//.test(path))
  return <SectionQuestions questions={questions} entry={visit} />
}
