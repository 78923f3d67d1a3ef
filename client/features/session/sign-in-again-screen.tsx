import { useWords } from '../../ui/language/language.ts'
import { Screen } from '../../ui/layout/screen.tsx'
import { paths } from '../../ui/paths.ts'
import { SignInForm, type SignInProps } from './sign-in-form.tsx'
import { sessionWords } from './words.ts'

/** The door again, inside the app: the session ended while the work went on. */
export function SignInAgainScreen(props: SignInProps) {
  const words = useWords(sessionWords)
  return (
    <Screen title={words.againTitle} subtitle={words.againText} back={paths.home}>
      <SignInForm {...props} />
    </Screen>
  )
}
