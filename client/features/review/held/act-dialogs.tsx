import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { HeldDetail, HeldReason } from '../../../../shared/api/quarantine.ts'
import type { AccountId } from '../../../../shared/ids.ts'
import { Button } from '../../../ui/buttons/button.tsx'
import { Choice } from '../../../ui/fields/choice.tsx'
import { focusField } from '../../../ui/fields/focus-field.ts'
import { TextInput } from '../../../ui/fields/text-input.tsx'
import { Dialog } from '../../../ui/layout/dialog.tsx'
import { useFormats, useText, useWords } from '../../../ui/language/language.ts'
import { HELD_REASON_TEXTS, heldActWords } from './held-words.ts'

type Shared = {
  readonly isBusy: boolean
  /** why the last try did not take effect */
  readonly fault: ComponentChildren
  readonly enumerator: string
  readonly onClose: () => void
}

type ReasonedProps = Shared & {
  /** null while closed */
  readonly kind: 'release' | 'aside' | null
  /** changes that a release would bring in */
  readonly count: number
  readonly reasons: readonly HeldReason[]
  readonly onAct: (kind: 'release' | 'aside', reason: HeldReason) => void
}

/** Asks why a held change is released or set aside. */
export function ReasonedDialog({ kind, count, reasons, onAct, ...props }: ReasonedProps) {
  const words = useWords(heldActWords)
  const formats = useFormats()
  const text = useText()
  const [reason, setReason] = useState<HeldReason | null>(null)
  const [isTried, setTried] = useState(false)
  const isAside = kind === 'aside'
  const act = () => {
    setTried(true)
    if (reason === null) focusField('held-reason')
    else if (kind) onAct(kind, reason)
  }
  return (
    <Dialog
      open={kind !== null}
      title={isAside ? words.asideTitle : words.releaseTitle}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{words.cancel}</Button>
          <Button kind={isAside ? 'danger' : 'primary'} busy={props.isBusy} onClick={act}>
            {isAside ? words.aside : words.release}
          </Button>
        </>
      }
    >
      <p>{isAside ? words.asideText : words.releaseText(formats.number(count), props.enumerator)}</p>
      <Choice
        id="held-reason"
        label={words.reason}
        value={reason}
        options={reasons.map((value) => ({ value, label: text(HELD_REASON_TEXTS[value]) }))}
        onChange={(value) => setReason(value as HeldReason | null)}
        error={isTried && reason === null ? words.reasonMissing : undefined}
      />
      {props.fault}
    </Dialog>
  )
}

type HandProps = Shared & {
  readonly isOpen: boolean
  readonly heirs: HeldDetail['heirs']
  readonly onHand: (to: AccountId, note: string) => void
}

/** Asks who goes on with the survey, and for a word to them. */
export function HandDialog({ isOpen, heirs, onHand, ...props }: HandProps) {
  const words = useWords(heldActWords)
  const [to, setTo] = useState<string | null>(heirs.length === 1 ? (heirs[0]?.account ?? null) : null)
  const [note, setNote] = useState<string>(words.noteReady)
  const [isTried, setTried] = useState(false)
  const heir = heirs.find(({ account }) => account === to)
  const act = () => {
    setTried(true)
    if (!heir) focusField('held-heir')
    else if (note.trim() === '') focusField('held-note')
    else onHand(heir.account, note.trim())
  }
  return (
    <Dialog
      open={isOpen}
      title={words.handTitle}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{words.cancel}</Button>
          <Button kind="primary" busy={props.isBusy} onClick={act}>
            {words.hand}
          </Button>
        </>
      }
    >
      <p>{words.handText(props.enumerator)}</p>
      <Choice
        id="held-heir"
        label={words.to}
        value={to}
        options={heirs.map(({ account, name }) => ({ value: account, label: name }))}
        onChange={setTo}
        error={isTried && !heir ? words.toMissing : undefined}
      />
      <TextInput
        id="held-note"
        label={words.note}
        value={note}
        onInput={setNote}
        rows={3}
        maxLength={1000}
        error={isTried && note.trim() === '' ? words.noteMissing : undefined}
      />
      {props.fault}
    </Dialog>
  )
}
