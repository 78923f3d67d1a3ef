import { upgradeEdits } from '../../../shared/survey/questionnaire.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { useWords } from '../../ui/language/language.ts'
import { surveyWords } from './words.ts'

/** A survey keeps the questionnaire that it was begun with; whoever is at the door may take the new one. */
export function OldFormNotice() {
  const desk = useQuestionDesk()
  const words = useWords(surveyWords)
  const edits = upgradeEdits(desk.document)
  if (edits.length === 0) return null
  return (
    <Notice
      tone="info"
      title={words.oldForm}
      action={<Button onClick={() => desk.choose(edits)}>{words.takeNewForm}</Button>}
    >
      {words.oldFormText}
    </Notice>
  )
}
