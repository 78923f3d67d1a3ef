import { useState } from 'preact/hooks'
import { FAULTS, type Fault } from '../../../shared/faults.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { focusField } from '../../ui/fields/focus-field.ts'
import { PasswordInput } from '../../ui/fields/password-input.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'
import { useText, useWords } from '../../ui/language/language.ts'
import { sessionWords } from './words.ts'

export type SignInProps = {
  /** null where it went well: the caller shows the next screen */
  readonly signIn: (username: string, password: string) => Promise<Fault | null>
  /** who was signed in here */
  readonly username?: string | undefined
}

/** User name and password; what was typed stays where it fails. */
export function SignInForm({ signIn, username: known = '' }: SignInProps) {
  const words = useWords(sessionWords)
  const text = useText()
  const [username, setUsername] = useState(known)
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Fault | null>(null)

  const submit = async () => {
    setTried(true)
    setFailure(null)
    const missing = username.trim() === '' ? 'username' : password === '' ? 'password' : null
    if (missing) {
      focusField(missing)
      return
    }
    setBusy(true)
    const result = await signIn(username.trim(), password)
    setBusy(false)
    setFailure(result)
    if (result?.fault === 'wrong-credentials') focusField('password')
  }

  return (
    <form
      class="stack sign-in-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) void submit()
      }}
    >
      {failure && (
        <Notice tone="problem" title={words.failed} isNews>
          {failure.fault === 'unreachable' ? words.unreachable : text(FAULTS[failure.fault].text)}
        </Notice>
      )}
      <TextInput
        id="username"
        label={words.username}
        value={username}
        onInput={setUsername}
        capitals="none"
        autoComplete="username"
        error={isTried && username.trim() === '' ? words.usernameMissing : undefined}
      />
      <PasswordInput
        id="password"
        label={words.password}
        help={words.passwordHelp}
        value={password}
        onInput={setPassword}
        error={isTried && password === '' ? words.passwordMissing : undefined}
      />
      <Button type="submit" kind="primary" wide busy={isBusy}>
        {isBusy ? words.submitting : words.submit}
      </Button>
    </form>
  )
}
