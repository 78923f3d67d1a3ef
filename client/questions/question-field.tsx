import type { ComponentChildren } from 'preact'
import { entryOf, type Path } from '../../shared/survey/path.ts'
import type { Question } from '../../shared/survey/question.ts'
import { groupPathsOf, questionAt } from '../../shared/survey/questionnaire.ts'
import type { FieldProps } from '../ui/fields/field.tsx'
import { useText, useWords } from '../ui/language/language.ts'
import { ChoiceQuestion } from './choice-question.tsx'
import { DateQuestion } from './date-question.tsx'
import { KnownAnswer } from './known-answer.tsx'
import { NoteText } from './note-text.tsx'
import { NumberQuestion } from './number-question.tsx'
import { ProblemQuestion } from './problem-question.tsx'
import { QuantityQuestion } from './quantity-question.tsx'
import { useQuestionDesk } from './question-desk.ts'
import { RegionQuestion } from './region-question.tsx'
import { SubjectQuestion } from './subject-question.tsx'
import { TextQuestion } from './text-question.tsx'
import { YesNoQuestion } from './yes-no-question.tsx'
import { questionWords } from './words.ts'

type Props = {
  readonly path: Path
  /** in place of the question's own words, where several of it stand on one screen */
  readonly label?: string | undefined
}

/**
 * One question of the questionnaire, in the form of its kind: asked only where it is relevant, with what is
 * known beside it and what is wrong below it. Its field's id is the answer's path.
 */
export function QuestionField({ path, label }: Props) {
  const desk = useQuestionDesk()
  const text = useText()
  const words = useWords(questionWords)
  const question = questionAt(path)
  if (!question) throw new Error(`no question of the questionnaire: ${path}`)
  const scope = { document: desk.document, entry: entryOf(path), visitDate: desk.visitDate }
  if (question.relevant && !question.relevant(scope)) return null

  const messages = desk.messagesOf(path)
  const field: FieldProps = {
    id: path,
    label: label ?? text(question.text),
    help: question.help && text(question.help),
    hint: desk.fromNik.has(path) ? words.filledFromNik : undefined,
    error: messages.error && text(messages.error),
    warning: messages.warning && text(messages.warning),
    aside: <KnownAnswer question={question} path={path} />,
    optional: !question.required?.(scope),
  }
  const isOpenedByAnother = question.relevant !== undefined && groupPathsOf(path)[0] !== path
  return isOpenedByAnother ? (
    <div class="reveal">{inputOf(question, path, field)}</div>
  ) : (
    <>{inputOf(question, path, field)}</>
  )
}

function inputOf(question: Question, path: Path, field: FieldProps): ComponentChildren {
  switch (question.kind) {
    case 'text':
      return <TextQuestion question={question} path={path} field={field} />
    case 'one-of':
    case 'many-of':
      return <ChoiceQuestion question={question} path={path} field={field} />
    case 'yes-no':
      return <YesNoQuestion path={path} field={field} />
    case 'number':
    case 'money':
      return <QuantityQuestion question={question} path={path} field={field} />
    case 'date':
      return <DateQuestion question={question} path={path} field={field} />
    case 'nik':
    case 'kk':
      return <NumberQuestion path={path} field={field} />
    case 'region':
      return <RegionQuestion question={question} path={path} field={field} />
    case 'location':
    case 'signature':
      return null
    case 'problem':
      return <ProblemQuestion path={path} field={field} />
    case 'subject':
      return <SubjectQuestion path={path} field={field} />
    case 'note':
      return <NoteText text={field.label} />
    case 'photo':
    case 'order':
    case 'reference':
    case 'instant':
    case 'token':
      throw new Error(`never asked of a person: ${path}`)
  }
}
