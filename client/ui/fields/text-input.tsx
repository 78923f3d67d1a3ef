import { describedBy, Field, type FieldProps } from './field.tsx'

type Props = FieldProps & {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly onBlur?: (() => void) | undefined
  /** more than one line */
  readonly rows?: number | undefined
  readonly maxLength?: number | undefined
  /** `words` for names */
  readonly capitals?: 'none' | 'words' | 'sentences' | undefined
  readonly inputMode?: 'text' | 'numeric' | 'email' | undefined
  /** what is known already, to be taken by one tap; anything else may be typed */
  readonly suggestions?: readonly string[] | undefined
  /** The browser keeps what it completes; only the sign-in may ask for it. */
  readonly autoComplete?: 'off' | 'username' | undefined
}

export function TextInput(props: Props) {
  const { id, value, onInput, onBlur, rows = 1, maxLength, inputMode, suggestions = [], error } = props
  const attributes = {
    id,
    class: 'input',
    value,
    maxLength,
    inputMode,
    autocomplete: props.autoComplete ?? 'off',
    autocapitalize: props.capitals ?? 'sentences',
    spellcheck: false,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': describedBy(props),
    list: suggestions.length > 0 ? `${id}-known` : undefined,
    onBlur,
  }
  return (
    <Field field={props}>
      {rows > 1 ? (
        <textarea {...attributes} rows={rows} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <input {...attributes} type="text" onInput={(event) => onInput(event.currentTarget.value)} />
      )}
      {suggestions.length > 0 && (
        <datalist id={`${id}-known`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion}>
              {suggestion}
            </option>
          ))}
        </datalist>
      )}
    </Field>
  )
}
