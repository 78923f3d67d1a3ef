import { useLayoutEffect, useRef } from 'preact/hooks'
import { useWords } from '../language/language.ts'
import { fieldWords } from './words.ts'
import { caretAfter, groupDigits, ungroupDigits } from './digit-groups.ts'
import { describedBy, Field, type FieldProps } from './field.tsx'
import './number-text.css'

type Props = FieldProps & {
  readonly value: string
  /** without the blanks that the screen shows */
  readonly onInput: (digits: string) => void
  readonly onBlur?: (() => void) | undefined
  /** how many digits a whole one has; longer input is kept and left to the checks */
  readonly length?: number | undefined
}

/** NIK and KK: text of digits with the number pad, in groups of four as on the card. */
export function NumberText(props: Props) {
  const { id, value, onInput, onBlur, length = 16, error } = props
  const words = useWords(fieldWords)
  const input = useRef<HTMLInputElement>(null)
  const digitsBeforeCaret = useRef<number | null>(null)

  // Grouping moves the letters; the caret follows the digit it stood behind.
  useLayoutEffect(() => {
    const count = digitsBeforeCaret.current
    digitsBeforeCaret.current = null
    if (count !== null && /^\d*$/.test(value))
      input.current?.setSelectionRange(caretAfter(count), caretAfter(count))
  })

  const isPartial = value.length > 0 && value.length < length && !error
  const field = isPartial ? { ...props, hint: words.digits(value.length, length) } : props
  return (
    <Field field={field}>
      <input
        ref={input}
        id={id}
        class="input input-digits"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        spellcheck={false}
        maxLength={32}
        value={groupDigits(value)}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(field)}
        onInput={({ currentTarget }) => {
          const caret = currentTarget.selectionStart ?? currentTarget.value.length
          digitsBeforeCaret.current = ungroupDigits(currentTarget.value.slice(0, caret)).length
          const digits = ungroupDigits(currentTarget.value)
          currentTarget.value = groupDigits(digits)
          onInput(digits)
        }}
        onBlur={onBlur}
      />
    </Field>
  )
}
