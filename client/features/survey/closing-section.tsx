import { lastVisit } from '../../../shared/survey/document.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { PhotosPart } from './photos-part.tsx'
import { questionsOf, SectionQuestions } from './section-questions.tsx'

/** What is left at the door: pictures, hopes, remarks and the signature. */
export function ClosingSection({ newId }: { readonly newId: () => string }) {
  const { document } = useQuestionDesk()
  const visit = lastVisit(document)?.[0] ?? null
  const questions = questionsOf(document, 'closing', (path) => !/^(attachments|confirmations)\//.test(path))
  return (
    <>
      <PhotosPart newId={newId} />
      <SectionQuestions questions={questions} entry={visit} />
    </>
  )
}
