import type { Text } from '../../../shared/text.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { Dialog } from '../../ui/layout/dialog.tsx'
import { useFormats, useText, useWords } from '../../ui/language/language.ts'
import { signOutWords } from '../language/sign-out-words.ts'

type Props = {
  readonly unsent: number
  /** in words, photos that the server does not have */
  readonly photos: Text | null | undefined
  readonly onStay: () => void
  readonly onSignOut: () => void
}

/** Only shown where work waits: it stays on the device, but nobody sends it until the next sign-in. */
export function SignOutDialog({ unsent, photos, onStay, onSignOut }: Props) {
  const words = useWords(signOutWords)
  const formats = useFormats()
  const text = useText()
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
      {unsent > 0 && <p>{words.unsent(formats.number(unsent))}</p>}
      {photos && <p>{words.photos(text(photos))}</p>}
    </Dialog>
  )
}
