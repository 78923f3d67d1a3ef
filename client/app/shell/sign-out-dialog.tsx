import { Button } from '../../ui/buttons/button.tsx'
import { Dialog } from '../../ui/layout/dialog.tsx'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { signOutWords } from '../language/sign-out-words.ts'

type Props = {
  readonly unsent: number
  readonly onStay: () => void
  readonly onSignOut: () => void
}

/** Only shown where work waits: it stays on the device, but nobody sends it until the next sign-in. */
export function SignOutDialog({ unsent, onStay, onSignOut }: Props) {
  const words = useWords(signOutWords)
  const formats = useFormats()
  return (
    <Dialog
      open
      title={words.title}
      onClose={onStay}
      actions={
        <>
          <Button kind="primary" onClick={onStay}>
            {words.stay}
          </Button>
          <Button onClick={onSignOut}>{words.signOut}</Button>
        </>
      }
    >
      <p>{words.unsent(formats.number(unsent))}</p>
    </Dialog>
  )
}
