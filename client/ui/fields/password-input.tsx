import { useState } from 'preact/hooks'
import { IconButton } from '../buttons/icon-button.tsx'
import { eyeIcon, eyeOffIcon } from '../icons/lucide.ts'
import { useWords } from '../language/language.ts'
import { kitWords } from '../words.ts'
import { describedBy, Field, type FieldProps } from './field.tsx'

type Props = FieldProps & { readonly value: string; readonly onInput: (value: string) => void }

export function PasswordInput(props: Props) {
  const words = useWords(kitWords)
  const [isShown, setShown] = useState(false)
  return (
    <Field field={props}>
      <div class="input-with-button">
        <input
          id={props.id}
          class="input"
          {...(isShown ? { type: 'text' as const } : { type: 'password' as const })}
          value={props.value}
          autocomplete="current-password"
          autocapitalize="none"
          spellcheck={false}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={describedBy(props)}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
        <IconButton
          icon={isShown ? eyeOffIcon : eyeIcon}
          label={isShown ? words.hidePassword : words.showPassword}
          onClick={() => setShown(!isShown)}
        />
      </div>
    </Field>
  )
}
