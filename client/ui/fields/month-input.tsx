import { useState } from 'preact/hooks'
import { Icon } from '../icons/icon.tsx'
import { chevronDownIcon } from '../icons/lucide-late.ts'
import { useLanguage, useWords } from '../language/language.ts'
import { monthNames } from '../language/month-names.ts'
import { fieldWords } from './words.ts'
import { isYearTooOld } from './date-parts.ts'
import { Field, type FieldProps } from './field.tsx'
import { useHalfTyped, type HalfTypedProps } from './use-half-typed.ts'

type Props = FieldProps &
  HalfTypedProps & {
    /** `YYYY`, or `YYYY-MM` where the month is known */
    readonly value: string | null
    /** with a whole year, or null once both fields are empty; never told of a half-typed year */
    readonly onChange: (value: string | null) => void
    readonly onBlur?: (() => void) | undefined
  }

/** Since when: a year, and the month where somebody remembers it. */
export function MonthInput(props: Props) {
  const { id, value, onChange, half = null, onHalf, onBlur, error } = props
  const words = useWords(fieldWords)
  const language = useLanguage()
  const [typed, setTyped] = useState({ text: half ?? value ?? '', over: value })
  const [isLeft, setLeft] = useState(half !== null)
  // A half-typed year stays over the value that it was typed over; any other value comes from outside.
  const shown = isHalfMonth(typed.text) && value === typed.over ? typed.text : (value ?? '')
  const [year = '', month = ''] = shown.split('-')
  const isHalf = isHalfMonth(shown)
  useHalfTyped(isHalf ? shown : null, onHalf)

  const change = (nextYear: string, nextMonth: string) => {
    const next = nextMonth ? `${nextYear}-${nextMonth}` : nextYear
    setTyped({ text: next, over: value })
    setLeft(false)
    if (!isHalfMonth(next)) onChange(next || null)
  }

  const wrong = isYearTooOld(year) ? words.yearTooOld : words.yearWrong
  const message = isLeft && isHalf ? wrong : error
  return (
    <Field field={{ ...props, error: message }} group="group">
      <div
        class="date-parts"
        onFocusOut={(event) => {
          if (event.currentTarget.contains(event.relatedTarget as Node | null)) return
          setLeft(true)
          onBlur?.()
        }}
      >
        <div class="date-part date-part-wide">
          <label for={id}>{words.year}</label>
          <input
            id={id}
            class="input"
            type="text"
            inputMode="numeric"
            autocomplete="off"
            maxLength={4}
            value={year}
            aria-invalid={message ? 'true' : undefined}
            onInput={(event) => change(event.currentTarget.value.trim(), month)}
          />
        </div>
        <div class="date-part date-part-month">
          <label for={`${id}-month`}>{words.month}</label>
          <div class="select">
            <select
              id={`${id}-month`}
              class="input"
              value={month}
              autocomplete="off"
              onChange={(event) => change(year, event.currentTarget.value)}
            >
              <option value="">{words.monthUnknown}</option>
              {monthNames(language).map((name, index) => (
                <option key={name} value={String(index + 1).padStart(2, '0')}>
                  {name}
                </option>
              ))}
            </select>
            <Icon shape={chevronDownIcon} />
          </div>
        </div>
      </div>
    </Field>
  )
}

/** Something was typed, but no whole year. */
function isHalfMonth(text: string): boolean {
  return text !== '' && !/^(19|20)\d\d(-|$)/.test(text)
}
