import { useComputed } from '@preact/signals'
import { lastVisit } from '../../../shared/survey/document.ts'
import type { Path } from '../../../shared/survey/path.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { PhotosPart } from './photos-part.tsx'
import { SectionQuestions, useQuestionsOf } from './section-questions.tsx'

/** What is left at the door: pictures, hopes, remarks and the signature. */
export function ClosingSection({ newId }: { readonly newId: () => string }) {
  const desk = useQuestionDesk()
  const visit = useComputed(() => lastVisit(desk.document)?.[0] ?? null).value
  const questions = useQuestionsOf('closing', isAskedBelow)
  return (
    <>
      <PhotosPart newId={newId} />
      <SectionQuestions questions={questions} entry={visit} />
    </>
  )
}

const isAskedBelow = (path: Path) => !/^(attachments|confirmations)\//.test(path)
