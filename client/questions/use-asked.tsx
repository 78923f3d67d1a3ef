import type { Path } from '../../shared/survey/path.ts'
import type { Question } from '../../shared/survey/question.ts'
import { questionAt } from '../../shared/survey/questionnaire.ts'
import type { FieldProps } from '../ui/fields/field.tsx'
import { useText, useWords } from '../ui/language/language.ts'
import { KnownAnswer } from './known-answer.tsx'
import { useQuestionDesk } from './question-desk.ts'
import { questionWords } from './words.ts'

/** A question that is asked now. Its field's id is the answer's path. */
export type Asked = { readonly question: Question; readonly field: FieldProps }

/**
 * Gives the question of a path with what stands around its control: what is known beside it, what is wrong below
 * it; null where it is not relevant.
 */
export function useAsked(): (path: Path) => Asked | null {
  const desk = useQuestionDesk()
  const text = useText()
  const words = useWords(questionWords)
  return (path) => {
    const question = questionAt(path)
    if (!question) throw new Error(`no question of the questionnaire: ${path}`)
    const { isAsked, isRequired, isOptional } = desk.standingOf(path)
    if (!isAsked) return null
    const messages = desk.messagesOf(path)
    return {
      question,
      field: {
        id: path,
        label: text(question.text),
        help: question.help && text(question.help),
        hint: desk.fromNik.has(path) ? words.filledFromNik : undefined,
        error: messages.error && text(messages.error),
        warning: messages.warning && text(messages.warning),
        aside: <KnownAnswer question={question} path={path} />,
        optional: isOptional,
        mayBeCleared: !isRequired,
      },
    }
  }
}
