import { Icon } from '../icons/icon.tsx'
import { chevronDownIcon } from '../icons/lucide-late.ts'
import { useWords } from '../language/language.ts'
import { fieldWords } from './words.ts'
import { describedBy, Field, type FieldProps } from './field.tsx'

export type SelectOption = { readonly value: string; readonly label: string }

type Props = FieldProps & {
  readonly value: string | null
  readonly options: readonly SelectOption[]
  readonly onChange: (value: string | null) => void
  /** words of the empty choice */
  readonly placeholder?: string | undefined
}

/** For lists too long to lay out as `Choice`: the phone's own picker. */
export function Select(props: Props) {
  const { id, value, options, onChange, placeholder, error } = props
  const words = useWords(fieldWords)
  return (
    <Field field={props}>
      <div class="select">
        <select
          id={id}
          class="input"
          value={value ?? ''}
          autocomplete="off"
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={describedBy(props)}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        >
          <option value="">{placeholder ?? words.choose}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon shape={chevronDownIcon} />
      </div>
    </Field>
  )
}
