import { useState } from 'preact/hooks'
import { Button } from '../buttons/button.tsx'
import { Icon } from '../icons/icon.tsx'
import { chevronDownIcon } from '../icons/lucide-late.ts'
import { useWords } from '../language/language.ts'
import { fieldWords } from './words.ts'
import { Radios, type ChoiceOption } from './choice.tsx'
import { describedBy, FieldMessages, type FieldProps } from './field.tsx'
import './battery.css'

/** Its id belongs to the row's first answer, or to what opens the row. */
export type BatteryRow = FieldProps & { readonly value: string | null }

type Props = {
  /** asks for all rows at once */
  readonly label: string
  readonly rows: readonly BatteryRow[]
  /** of every row */
  readonly options: readonly ChoiceOption[]
  /** the answer that one tap gives to every row that has none yet, and the words of that tap */
  readonly rest: { readonly value: string; readonly label: string }
  /** the same for whoever answers none of them */
  readonly refusal: { readonly value: string; readonly label: string }
  readonly onChange: (answers: readonly { readonly id: string; readonly value: string }[]) => void
}

/**
 * Questions that share their answers, one line each: a tap opens the answers of a line, one more answers all lines
 * that are still open. A line stays as it was left, so that nothing moves under the thumb.
 */
export function Battery({ label, rows, options, rest, refusal, onChange }: Props) {
  const open = rows.filter(({ value }) => value === null)
  const giveRest = (value: string) => onChange(open.map(({ id }) => ({ id, value })))
  return (
    <section class="battery" aria-label={label}>
      <p class="field-label">{label}</p>
      <Button wide disabled={open.length === 0} onClick={() => giveRest(rest.value)}>
        {rest.label}
      </Button>
      <ul class="battery-rows">
        {rows.map((row) => (
          <li key={row.id}>
            <Row row={row} options={options} onChange={(value) => onChange([{ id: row.id, value }])} />
          </li>
        ))}
      </ul>
      <div>
        <Button kind="bare" disabled={open.length === 0} onClick={() => giveRest(refusal.value)}>
          {refusal.label}
          <span class="visually-hidden"> {label}</span>
        </Button>
      </div>
    </section>
  )
}

type RowProps = {
  readonly row: BatteryRow
  readonly options: readonly ChoiceOption[]
  readonly onChange: (value: string) => void
}

function Row({ row, options, onChange }: RowProps) {
  const words = useWords(fieldWords)
  const [isOpen, setOpen] = useState(false)
  const { id, label, hint, value, error, aside } = row
  const answer = options.find((option) => option.value === value)?.label
  return (
    <div class={`battery-row${error ? ' battery-row-wrong' : ''}`}>
      <button
        type="button"
        id={isOpen ? undefined : id}
        class="battery-head"
        aria-expanded={isOpen}
        aria-describedby={describedBy(row)}
        onClick={() => setOpen(!isOpen)}
      >
        <span class="battery-words">
          <span class="strong" id={`${id}-label`}>
            {label}
          </span>
          <span class={answer ? undefined : 'quiet'}>{answer ?? words.unanswered}</span>
        </span>
        <Icon shape={chevronDownIcon} />
      </button>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {aside}
      {isOpen && (
        <div
          class="battery-answers"
          role="radiogroup"
          aria-labelledby={`${id}-label`}
          aria-describedby={describedBy(row)}
        >
          <Radios id={id} value={value} options={options} onChange={(next) => next && onChange(next)} />
        </div>
      )}
      <FieldMessages field={row} />
    </div>
  )
}
