import type { ComponentChildren } from 'preact'
import type { Question } from '../../shared/survey/question.ts'
import { answerAt, sameAnswer, type Path } from '../../shared/survey/path.ts'
import { groupPathsOf } from '../../shared/survey/groups.ts'
import type { Edit } from '../ports/field-work.ts'
import { Button } from '../ui/buttons/button.tsx'
import { focusQuestion } from '../ui/fields/focus-field.ts'
import { gitCompareIcon } from '../ui/icons/lucide.ts'
import { Icon } from '../ui/icons/icon.tsx'
import { useFormats, useText, useWords } from '../ui/language/language.ts'
import { answerText } from './answer-text.ts'
import { useQuestionDesk } from './question-desk.ts'
import { questionWords } from './words.ts'
import './known-answer.css'

type Props = { readonly question: Question; readonly path: Path }

/**
 * What stands beside a question: the own answer where it disagrees with the server's; else what the register or
 * the list says, to be confirmed by one tap while there is no answer, or to compare with where it differs.
 */
export function KnownAnswer({ question, path }: Props) {
  const desk = useQuestionDesk()
  const words = useWords(questionWords)
  const text = useText()
  const formats = useFormats()
  const { record } = desk
  /** What was pressed goes with the drawing that follows. */
  const take = (edits: readonly Edit[]) => {
    desk.choose(edits)
    queueMicrotask(() => focusQuestion(path))
  }
  const read = (answer: Parameters<typeof answerText>[1]) => answerText(question, answer, { text, formats })

  const conflict = desk.conflicts.find(({ answers }) => Object.hasOwn(answers, path))
  if (conflict) {
    const offered = conflict.answers[path]?.offered ?? null
    return (
      <Line
        conflict
        label={words.ownAnswer}
        value={offered === null ? words.noAnswer : read(offered)}
        action={
          <Button
            onClick={() =>
              take(Object.entries(conflict.answers).map(([at, side]) => ({ path: at, to: side.offered })))
            }
          >
            {words.takeOwn}
          </Button>
        }
      />
    )
  }

  // A place is measured and a signature given anew at each visit.
  if (question.kind === 'location' || question.kind === 'signature') return null

  const known = answerAt(record.known, path)
  const answer = desk.answerOf(path)
  if (known === null || sameAnswer(known, answer)) return null
  const confirm = () =>
    take(
      groupPathsOf(path)
        .filter((each) => each === path || answerAt(desk.document, each) === null)
        .flatMap((each) => {
          const to = answerAt(record.known, each)
          return to === null ? [] : [{ path: each, to }]
        }),
    )
  return (
    <Line
      label={
        record.source === 'list'
          ? words.fromList(formats.date(record.asOf))
          : words.fromRegister(formats.month(record.asOf))
      }
      value={read(known)}
      action={
        answer === null && (
          <Button onClick={confirm}>
            {words.unchanged}
            <span class="visually-hidden"> {text(question.text)}</span>
          </Button>
        )
      }
    />
  )
}

type LineProps = {
  readonly label: string
  readonly value: string
  readonly conflict?: boolean
  readonly action?: ComponentChildren
}

function Line({ label, value, conflict, action }: LineProps) {
  return (
    <div class={`known${conflict ? ' known-conflict' : ''}`}>
      <p>
        {conflict && <Icon shape={gitCompareIcon} size="small" />} <span class="quiet">{label}:</span>{' '}
        <span class="strong">{value}</span>
      </p>
      {action}
    </div>
  )
}
