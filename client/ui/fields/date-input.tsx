import { useState } from 'preact/hooks'
import { Button } from '../buttons/button.tsx'
import { useWords } from '../language/language.ts'
import { fieldWords } from './words.ts'
import {
  isHeldBack,
  isLessExact,
  partsFromText,
  partsOf,
  readDateParts,
  shownParts,
  textOfParts,
  type DateParts,
  type DatePrecision,
  type DateReading,
  type TypedDate,
} from './date-parts.ts'
import { Field, type FieldProps } from './field.tsx'
import { focusQuestion } from './focus-field.ts'
import { useHalfTyped, type HalfTypedProps } from './use-half-typed.ts'

type Props = FieldProps &
  HalfTypedProps & {
    /** whether a year, or a month of a year, is a whole answer, too; `day` where left out */
    readonly precision?: DatePrecision | undefined
    /** `YYYY-MM-DD`; `YYYY-MM` or `YYYY` where the precision is `any` */
    readonly value: string | null
    /**
     * a date as exact as asked, or null once all fields are empty; never told of what makes no date, nor of a date less
     * exact than the value before it is said to be meant
     */
    readonly onChange: (value: string | null) => void
    readonly onBlur?: (() => void) | undefined
  }

/** Day, month and year typed apart: scrolling a calendar back sixty years is no way to give a birth date. */
export function DateInput(props: Props) {
  const { id, value, onChange, half = null, onHalf, onBlur, error, precision = 'day' } = props
  const words = useWords(fieldWords)
  const [typed, setTyped] = useState<TypedDate>({
    parts: half === null ? partsOf(value) : partsFromText(half),
    over: value,
  })
  const [isLeft, setLeft] = useState(half !== null)

  const shown = shownParts(typed, value, precision)
  const reading = readDateParts(shown, precision)
  useHalfTyped(isHeldBack(reading, value) ? textOfParts(shown) : null, onHalf)

  const change = (part: keyof DateParts, text: string) => {
    const next = { ...shown, [part]: text.trim() }
    const read = readDateParts(next, precision)
    setTyped({ parts: next, over: value })
    setLeft(false)
    if (!isHeldBack(read, value)) onChange(read.kind === 'date' ? read.date : null)
  }

  // What is wrong with the typing itself says more than that the answer is missing.
  const less = isLeft && isLessExact(reading, value) ? reading.date : null
  const message =
    (isLeft ? messageOf(reading, words) : undefined) ?? (less === null ? error : words.dateLessExact)
  const hint = props.hint ?? (precision === 'any' ? words.dateMayBePartial : words.dateExample)
  const field = { ...props, hint, error: message }
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
      {less !== null && (
        <div>
          <Button
            onClick={() => {
              setTyped({ parts: shown, over: less })
              onChange(less)
              // What was pressed goes with the drawing that follows.
              queueMicrotask(() => focusQuestion(id))
            }}
          >
            {words.takeLessExact}
          </Button>
        </div>
      )}
    </Field>
  )
}

function partId(id: string, name: keyof DateParts): string {
  return name === 'day' ? id : `${id}-${name}`
}

function messageOf(
  reading: DateReading,
  words: Record<
    'noSuchDate' | 'dateUnfinished' | 'yearMissing' | 'monthMissing' | 'yearWrong' | 'yearTooOld',
    string
  >,
): string | undefined {
  switch (reading.kind) {
    case 'empty':
    case 'date':
      return undefined
    case 'unfinished':
      return words.dateUnfinished
    case 'year-missing':
      return words.yearMissing
    case 'month-missing':
      return words.monthMissing
    case 'year-wrong':
      return words.yearWrong
    case 'year-too-old':
      return words.yearTooOld
    case 'no-such-date':
      return words.noSuchDate
  }
}
