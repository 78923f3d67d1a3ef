import type { ComponentChildren } from 'preact'
import type { Path } from '../../shared/survey/path.ts'
import type { Question } from '../../shared/survey/question.ts'
import { groupPathsOf } from '../../shared/survey/groups.ts'
import type { FieldProps } from '../ui/fields/field.tsx'
import { ChoiceQuestion } from './choice-question.tsx'
import { DateQuestion } from './date-question.tsx'
import { LocationQuestion } from './location/location-question.tsx'
import { NoteText } from './note-text.tsx'
import { NumberQuestion } from './number-question.tsx'
import { ProblemQuestion } from './problem-question.tsx'
import { QuantityQuestion } from './quantity-question.tsx'
import { RegionQuestion } from './region-question.tsx'
import { SignatureQuestion } from './signature-question.tsx'
import { SubjectQuestion } from './subject-question.tsx'
import { TextQuestion } from './text-question.tsx'
import { useAsked } from './use-asked.tsx'
import type { Usual } from './usual-options.ts'
import { UsualQuestion } from './usual-question.tsx'
import { YesNoQuestion } from './yes-no-question.tsx'

type Props = {
  readonly path: Path
  /** keys of options that hardly fit here: they come last */
  readonly unlikely?: readonly string[]
  /** of a question with many answers: options that mostly fit here */
  readonly usual?: Usual | undefined
}

/** One question of the questionnaire, in the form of its kind; nothing where it is not asked. */
export function QuestionField({ path, unlikely = [], usual }: Props) {
  const asked = useAsked()(path)
  if (!asked) return null
  const { question } = asked
  const input =
    usual && question.kind === 'many-of' ? (
      <UsualQuestion question={question} path={path} field={asked.field} usual={usual} />
    ) : (
      inputOf(question, path, asked.field, unlikely)
    )
  const isOpenedByAnother = question.relevant !== undefined && groupPathsOf(path)[0] !== path
  return isOpenedByAnother ? <div class="reveal">{input}</div> : <>{input}</>
}

function inputOf(
  question: Question,
  path: Path,
  field: FieldProps,
  unlikely: readonly string[],
): ComponentChildren {
  switch (question.kind) {
    case 'text':
      return <TextQuestion question={question} path={path} field={field} />
    case 'one-of':
    case 'many-of':
      return <ChoiceQuestion question={question} path={path} field={field} unlikely={unlikely} />
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
      return <LocationQuestion path={path} field={field} />
    case 'signature':
      return <SignatureQuestion path={path} field={field} />
    case 'problem':
      return <ProblemQuestion path={path} field={field} />
    case 'subject':
      return <SubjectQuestion path={path} field={field} />
    case 'note':
      return <NoteText text={field.label} />
    case 'photo':
    case 'order':
    case 'version':
    case 'reference':
    case 'instant':
    case 'token':
      throw new Error(`never asked of a person: ${path}`)
  }
}
