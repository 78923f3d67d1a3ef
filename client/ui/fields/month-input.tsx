import { useState } from 'preact/hooks'
import { Icon } from '../icons/icon.tsx'
import { chevronDownIcon } from '../icons/lucide.ts'
import { useLanguage, useWords } from '../language/language.ts'
import { monthNames } from '../language/month-names.ts'
import { kitWords } from '../words.ts'
import { Field, type FieldProps } from './field.tsx'

type Props = FieldProps & {
  /** `YYYY`, or `YYYY-MM` where the month is known */
  readonly value: string | null
  /** null while there is no whole year */
  readonly onChange: (value: string | null) => void
  readonly onBlur?: (() => void) | undefined
}

/** Since when: a year, and the month where somebody remembers it. */
export function MonthInput(props: Props) {
  const { id, value, onChange, onBlur, error } = props
  const words = useWords(kitWords)
  const language = useLanguage()
  const [typed, setTyped] = useState(value ?? '')
  const [isLeft, setLeft] = useState(false)
  const shown = value ?? (isYear(typed.slice(0, 4)) ? '' : typed)
  const [year = '', month = ''] = shown.split('-')

  const change = (nextYear: string, nextMonth: string) => {
    const next = nextMonth ? `${nextYear}-${nextMonth}` : nextYear
    setTyped(next)
    setLeft(false)
    onChange(isYear(nextYear) ? next : null)
  }

  const isWrong = isLeft && shown !== '' && !isYear(year)
  const message = isWrong ? words.yearWrong : error
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

function isYear(text: string): boolean {
  return /^(19|20)\d\d$/.test(text)
}
