import type { Period } from '../../../shared/api/periods.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { stampIcon } from '../../ui/icons/lucide-late.ts'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Dialog } from '../../ui/layout/dialog.tsx'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { sealWords } from './words.ts'

type Props = {
  readonly period: Period
  readonly open: boolean
  readonly onClose: () => void
  readonly onSeal: () => void
}

/** Asks before what can't be undone, and says what it does. */
export function SealDialog({ period, open, onClose, onSeal }: Props) {
  const words = useWords(sealWords)
  const formats = useFormats()
  const { figures, waiting } = period
  return (
    <Dialog
      open={open}
      title={words.title(formats.month(period.id))}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" icon={stampIcon} onClick={onSeal}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <p>{words.what(formats.number(figures.surveys))}</p>
      {waiting > 0 && <p>{words.waiting(formats.number(waiting))}</p>}
      <Notice tone="attention">{words.final}</Notice>
    </Dialog>
  )
}
