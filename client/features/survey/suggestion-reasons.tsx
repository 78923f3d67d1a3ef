import { useState } from 'preact/hooks'
import { CHANGE_REASONS, DECLINE_REASONS } from '../../../shared/survey/reason-phrases.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'
import { useText, useWords } from '../../ui/language/language.ts'
import { problemWords } from './problem-words.ts'

/** What is answered with a reason: that a suggestion does not fit, or that another problem takes its place. */
export type Doubt = 'decline' | 'change'

type Props = {
  /** of the suggestion, so that ids are its own */
  readonly id: string
  readonly doubt: Doubt
  /** with the key of a phrase, or own words */
  readonly onReason: (why: string) => void
  readonly onBack: () => void
}

const MAX_REASON = 300

/** Why a suggestion does not fit, or why another problem takes its place: mostly one tap, else a few words. */
export function SuggestionReasons({ id, doubt, onReason, onBack }: Props) {
  const words = useWords(problemWords)
  const text = useText()
  const [own, setOwn] = useState<string | null>(null)
  return (
    <div class="stack reveal-below" role="group" aria-labelledby={`${id}-why`}>
      <p id={`${id}-why`} class="strong">
        {doubt === 'change' ? words.whyOther : words.whyNot}
      </p>
      <div class="suggestion-reasons">
        {(doubt === 'change' ? CHANGE_REASONS : DECLINE_REASONS).map((reason) => (
          <Button key={reason.key} onClick={() => onReason(reason.key)}>
            {text(reason.text)}
          </Button>
        ))}
        {own === null && <Button onClick={() => setOwn('')}>{words.ownReason}</Button>}
      </div>
      {own !== null && (
        <>
          <TextInput
            id={`${id}-own`}
            label={words.reason}
            value={own}
            maxLength={MAX_REASON}
            onInput={setOwn}
          />
          <Button wide disabled={own.trim() === ''} onClick={() => onReason(own.trim())}>
            {words.saveReason}
          </Button>
        </>
      )}
      <div>
        <Button kind="bare" onClick={onBack}>
          {words.back}
        </Button>
      </div>
    </div>
  )
}
