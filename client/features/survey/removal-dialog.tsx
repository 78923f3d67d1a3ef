import { useEffect, useState } from 'preact/hooks'
import { REMOVAL_REASONS } from '../../../shared/survey/sections/members.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { Choice } from '../../ui/fields/choice.tsx'
import { useText, useWords } from '../../ui/language/language.ts'
import { Dialog } from '../../ui/layout/dialog.tsx'
import { surveyWords } from './words.ts'

type Props = {
  /** of the person who is to be removed; null while nobody is */
  readonly name: string | null
  readonly onClose: () => void
  readonly onRemove: (reason: string) => void
}

/** A member leaves with a reason; it can be undone. */
export function RemovalDialog({ name, onClose, onRemove }: Props) {
  const words = useWords(surveyWords)
  const text = useText()
  const [reason, setReason] = useState<string | null>(null)
  const [isRefused, setRefused] = useState(false)
  useEffect(() => {
    setReason(null)
    setRefused(false)
  }, [name])
  return (
    <Dialog
      open={name !== null}
      title={words.removeWhom(name ?? '')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" onClick={() => (reason === null ? setRefused(true) : onRemove(reason))}>
            {words.removeAct}
          </Button>
        </>
      }
    >
      <Choice
        id="removal-reason"
        label={words.whyRemoved}
        value={reason}
        options={REMOVAL_REASONS.map((option) => ({ value: option.key, label: text(option.text) }))}
        error={isRefused && reason === null ? words.chooseReason : undefined}
        onChange={setReason}
      />
    </Dialog>
  )
}
