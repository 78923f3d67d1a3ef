import { useState } from 'preact/hooks'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { QuestionField } from '../../questions/question-field.tsx'
import { questionWords } from '../../questions/words.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { useWords } from '../../ui/language/language.ts'
import { questionsOf, SectionQuestions } from './section-questions.tsx'

/** Asked in an order of their own: the number first, it gives the rest. */
const IDENTITY = /\/(name|nik|nikMissing|birthDate|sex|relationship)$/

/** What is asked of one person. */
export function MemberQuestions({ id }: { id: string }) {
  const { document } = useQuestionDesk()
  const words = useWords(questionWords)
  const [asksWhy, setAsksWhy] = useState(false)
  const member = document.members[id] ?? {}
  const isWithoutNik = member.nik === undefined
  return (
    <div class="entry-questions">
      <QuestionField path={`members/${id}/name`} />
      <QuestionField path={`members/${id}/nik`} />
      {isWithoutNik && member.nikMissing === undefined && !asksWhy && (
        <div>
          <Button kind="bare" onClick={() => setAsksWhy(true)}>
            {words.noNik}
          </Button>
        </div>
      )}
      {(asksWhy || member.nikMissing !== undefined) && <QuestionField path={`members/${id}/nikMissing`} />}
      <QuestionField path={`members/${id}/birthDate`} />
      <QuestionField path={`members/${id}/sex`} />
      <QuestionField path={`members/${id}/relationship`} />
      <SectionQuestions
        questions={questionsOf(
          document,
          'members',
          (path) => path.startsWith('members/') && !IDENTITY.test(path),
        )}
        entry={id}
      />
    </div>
  )
}
