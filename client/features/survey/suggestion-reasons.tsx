import { useState } from 'preact/hooks'
import { Button } from '../../ui/buttons/button.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'
import { useText, useWords } from '../../ui/language/language.ts'
import { DECLINE_PHRASES } from './decline-phrases.ts'
import { problemWords } from './problem-words.ts'

type Props = {
  /** of the suggestion, so that ids are its own */
  readonly id: string
  readonly onDecline: (why: string) => void
  readonly onBack: () => void
}

const MAX_REASON = 300

/** Why a suggestion does not fit: mostly one tap, else a few words. */
export function DeclineReasons({ id, onDecline, onBack }: Props) {
  const words = useWords(problemWords)
  const text = useText()
  const [own, setOwn] = useState<string | null>(null)
  return (
    <div class="stack reveal-below" role="group" aria-labelledby={`${id}-why`}>
      <p id={`${id}-why`} class="strong">
        {words.whyNot}
      </p>
      <div class="decline-reasons">
        {DECLINE_PHRASES.map((phrase) => text(phrase)).map((phrase) => (
          <Button key={phrase} onClick={() => onDecline(phrase)}>
            {phrase}
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
          <Button wide disabled={own.trim() === ''} onClick={() => onDecline(own)}>
            {words.decline}
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
