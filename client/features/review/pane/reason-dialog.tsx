import { useState } from 'preact/hooks'
import type { Fault } from '../../../../shared/faults.ts'
import { Button } from '../../../ui/buttons/button.tsx'
import { FaultNotice } from '../../../ui/feedback/fault-notice.tsx'
import { focusField } from '../../../ui/fields/focus-field.ts'
import { TextInput } from '../../../ui/fields/text-input.tsx'
import { Dialog } from '../../../ui/layout/dialog.tsx'
import { useWords } from '../../../ui/language/language.ts'
import { reasonWords } from './pane-words.ts'

export type ReasonedCommand = 'return' | 'reject'

const PHRASES = {
  return: ['phraseMember', 'phraseNik', 'phraseAddress', 'phraseProblem'],
  reject: ['phraseDouble', 'phraseOutside', 'phraseUntrue'],
} as const satisfies Record<ReasonedCommand, readonly (keyof typeof reasonWords)[]>

/** As many letters as a reason may have on the wire. */
const MAX_LENGTH = 1000

type Props = {
  /** null while closed */
  readonly command: ReasonedCommand | null
  readonly enumerator: string
  readonly reason: string
  readonly onReason: (reason: string) => void
  readonly isBusy: boolean
  readonly fault: Fault | null
  readonly onClose: () => void
  readonly onSend: (command: ReasonedCommand, reason: string) => void
}

/** Asks why a survey goes back or is rejected; what was written stays when the dialog is closed or sending fails. */
export function ReasonDialog({ command, reason, onReason, onClose, onSend, ...props }: Props) {
  const words = useWords(reasonWords)
  const [isTried, setTried] = useState(false)
  const isMissing = reason.trim() === ''
  const send = () => {
    setTried(true)
    if (isMissing) focusField('review-reason')
    else if (command) onSend(command, reason.trim())
  }
  const close = () => {
    setTried(false)
    onClose()
  }
  return (
    <Dialog
      open={command !== null}
      title={command === 'reject' ? words.rejectTitle : words.returnTitle}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{words.cancel}</Button>
          <Button kind={command === 'reject' ? 'danger' : 'primary'} busy={props.isBusy} onClick={send}>
            {command === 'reject' ? words.reject : words.giveBack}
          </Button>
        </>
      }
    >
      <p>{command === 'reject' ? words.rejectText : words.returnText(props.enumerator)}</p>
      {command && <Phrases command={command} reason={reason} onReason={onReason} />}
      <TextInput
        id="review-reason"
        label={words.reason}
        value={reason}
        onInput={onReason}
        rows={4}
        maxLength={MAX_LENGTH}
        error={isTried && isMissing ? words.reasonMissing : undefined}
      />
      {props.fault && <FaultNotice fault={props.fault} isAct />}
    </Dialog>
  )
}

type PhrasesProps = Pick<Props, 'reason' | 'onReason'> & { readonly command: ReasonedCommand }

/** Each adds its sentence to what was written, or takes it out again. */
function Phrases({ command, reason, onReason }: PhrasesProps) {
  const words = useWords(reasonWords)
  return (
    <div class="reason-phrases" role="group" aria-labelledby="reason-phrases">
      <p class="strong" id="reason-phrases">
        {words.phrases}
      </p>
      {PHRASES[command].map((key) => {
        const phrase = words[key]
        const isIn = reason.includes(phrase)
        return (
          <button
            key={key}
            type="button"
            class="filter"
            aria-pressed={isIn}
            onClick={() =>
              onReason(isIn ? without(reason, phrase) : [reason.trim(), phrase].join(' ').trim())
            }
          >
            {phrase}
          </button>
        )
      })}
    </div>
  )
}

function without(reason: string, phrase: string): string {
  return reason.replace(phrase, '').replaceAll('  ', ' ').trim()
}
