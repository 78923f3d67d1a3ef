import { answerAt } from '../../../shared/survey/path.ts'
import { useToast } from '../../ui/feedback/toasts.tsx'
import { focusQuestion } from '../../ui/fields/focus-field.ts'
import { useText, useWords } from '../../ui/language/language.ts'
import { useQuestionDesk } from '../question-desk.ts'
import type { QuestionProps } from '../question-props.ts'
import { useAsked } from '../use-asked.tsx'
import { useLocationDesk } from './location-desk.ts'
import { LocationInput } from './location-input.tsx'
import { locationWords } from './words.ts'

/** Where the household is; the question at `…Missing` asks why there is no answer. */
export function LocationQuestion({ path, field }: QuestionProps) {
  const desk = useQuestionDesk()
  const device = useLocationDesk()
  const text = useText()
  const words = useWords(locationWords)
  const toast = useToast()
  const whyPath = `${path}Missing`
  const why = useAsked()(whyPath)
  const reason = desk.valueOf(whyPath)
  const known = answerAt(desk.record.known, path)
  const answer = desk.valueOf(path)
  return (
    <LocationInput
      {...field}
      {...device}
      value={answer === null ? null : String(answer)}
      onChange={(to) =>
        desk.choose([{ path, to }, ...(reason === null ? [] : [{ path: whyPath, to: null }])])
      }
      onWithdraw={() => {
        desk.choose([{ path, to: null }])
        toast({
          text: words.withdrawn,
          action: { label: words.undo, run: () => desk.choose([{ path, to: answer }]) },
        })
        queueMicrotask(() => focusQuestion(whyPath))
      }}
      known={known === null ? null : String(known)}
      missing={
        why?.question.kind === 'one-of'
          ? {
              ...why.field,
              value: reason === null ? null : String(reason),
              options: why.question.options.map((option) => ({
                value: option.key,
                label: text(option.text),
              })),
              onChange: (to) => desk.choose([{ path: whyPath, to }]),
            }
          : undefined
      }
    />
  )
}
