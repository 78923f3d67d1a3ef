import { useState } from 'preact/hooks'
import { useWords } from '../language/language.ts'
import { kitWords } from '../words.ts'
import { partsOf, readDateParts, type DateParts, type DateReading } from './date-parts.ts'
import { Field, type FieldProps } from './field.tsx'

type Props = FieldProps & {
  /** `YYYY-MM-DD` */
  readonly value: string | null
  /** null while the fields make no date */
  readonly onChange: (value: string | null) => void
  readonly onBlur?: (() => void) | undefined
}

/** Day, month and year typed apart: scrolling a calendar back sixty years is no way to give a birth date. */
export function DateInput(props: Props) {
  const { id, value, onChange, onBlur, error } = props
  const words = useWords(kitWords)
  const [typed, setTyped] = useState<DateParts>(() => partsOf(value))
  const [isLeft, setLeft] = useState(false)

  // A date that comes from outside (read out of the NIK) replaces what was typed; a half-typed one stays.
  const reading = readDateParts(typed)
  const typedDate = reading.kind === 'date' ? reading.date : null
  const parts = value === typedDate || value === null ? typed : partsOf(value)
  const isCleared = value === null && typedDate !== null
  const shown = isCleared ? partsOf(null) : parts

  const change = (part: keyof DateParts, text: string) => {
    const next = { ...shown, [part]: text.trim() }
    const read = readDateParts(next)
    setTyped(next)
    setLeft(false)
    onChange(read.kind === 'date' ? read.date : null)
  }

  // What is wrong with the typing itself says more than that the answer is missing.
  const message = (isLeft ? messageOf(readDateParts(shown), words) : undefined) ?? error
  const field = { ...props, hint: props.hint ?? words.dateExample, error: message }
  const part = (name: keyof DateParts, label: string, digits: number) => (
    <div class={`date-part${digits === 4 ? ' date-part-wide' : ''}`}>
      <label for={partId(id, name)}>{label}</label>
      <input
        id={partId(id, name)}
        class="input"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        maxLength={digits}
        value={shown[name]}
        aria-invalid={message ? 'true' : undefined}
        onInput={(event) => change(name, event.currentTarget.value)}
      />
    </div>
  )
  return (
    <Field field={field} group="group">
      <div
        class="date-parts"
        onFocusOut={(event) => {
          if (event.currentTarget.contains(event.relatedTarget as Node | null)) return
          setLeft(true)
          onBlur?.()
        }}
      >
        {part('day', words.day, 2)}
        {part('month', words.month, 2)}
        {part('year', words.year, 4)}
      </div>
    </Field>
  )
}

function partId(id: string, name: keyof DateParts): string {
  return name === 'day' ? id : `${id}-${name}`
}

function messageOf(
  reading: DateReading,
  words: { noSuchDate: string; dateUnfinished: string; yearWrong: string },
): string | undefined {
  switch (reading.kind) {
    case 'empty':
    case 'date':
      return undefined
    case 'unfinished':
      return words.dateUnfinished
    case 'year-wrong':
      return words.yearWrong
    case 'no-such-date':
      return words.noSuchDate
  }
}
