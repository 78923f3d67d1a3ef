import type { Finding } from '../../../shared/review/findings.ts'
import { questionAt } from '../../../shared/survey/questionnaire.ts'
import { answerText } from '../../questions/answer-text.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { QuestionField } from '../../questions/question-field.tsx'
import { useFormats, useText, useWords } from '../../ui/language/language.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { EntrySigns } from './entry-signs.tsx'
import { surveyWords } from './words.ts'

type Props = {
  readonly family: string
  /** of its help */
  readonly findings: readonly Finding[]
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** The help that a family gets, as a card: its long list would push the people off the screen. */
export function FamilyAid({ family, findings, isOpen, onToggle }: Props) {
  const { answerOf } = useQuestionDesk()
  const words = useWords(surveyWords)
  const text = useText()
  const formats = useFormats()
  const path = `families/${family}/aid`
  const question = questionAt(path)
  const answer = answerOf(path)
  return (
    <div
      class={`entry entry-present${isOpen ? ' entry-open' : ''}`}
      role="group"
      aria-labelledby={`${path}-card`}
    >
      <div class="entry-head">
        <h3>
          <button
            type="button"
            id={`${path}-card`}
            class="entry-name"
            aria-expanded={isOpen}
            onClick={onToggle}
          >
            {words.familyAid}
          </button>
        </h3>
        {!isOpen && question && answer !== null && (
          <p class="quiet">{answerText(question, answer, { text, formats })}</p>
        )}
        {!isOpen && (answer !== null || findings.length > 0) && (
          <p class="row">
            <EntrySigns findings={findings} />
          </p>
        )}
      </div>
      {isOpen && (
        <>
          <QuestionField path={path} />
          <Button wide onClick={onToggle}>
            {words.finish}
            <span class="visually-hidden"> {words.familyAid}</span>
          </Button>
        </>
      )}
    </div>
  )
}
