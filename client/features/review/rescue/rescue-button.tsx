import { useState } from 'preact/hooks'
import { isFault, type Fault } from '../../../../shared/faults.ts'
import type { RescueReply } from '../../../../shared/api/rescue.ts'
import type { Api } from '../../../ports/api.ts'
import { Button } from '../../../ui/buttons/button.tsx'
import { IconButton } from '../../../ui/buttons/icon-button.tsx'
import { FaultNotice } from '../../../ui/feedback/fault-notice.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { Progress } from '../../../ui/feedback/progress.tsx'
import { WorkingBar } from '../../../ui/feedback/working-bar.tsx'
import { FileInput } from '../../../ui/fields/file-input.tsx'
import { fileUpIcon } from '../../../ui/icons/lucide-late.ts'
import { useFormats, useWords } from '../../../ui/language/language.ts'
import { Dialog } from '../../../ui/layout/dialog.tsx'
import { rescueWords } from './rescue-words.ts'

type Props = { readonly api: Pick<Api, 'bringRescueFile'>; readonly onTaken: () => void }

/** Brings in what a phone could not send by itself, from any machine. */
export function RescueButton({ api, onTaken }: Props) {
  const words = useWords(rescueWords)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <IconButton icon={fileUpIcon} label={words.open} onClick={() => setOpen(true)} />
      {isOpen && <RescueDialog api={api} onTaken={onTaken} onClose={() => setOpen(false)} />}
    </>
  )
}

type Answer = RescueReply | Fault

function RescueDialog({ api, onTaken, onClose }: Props & { readonly onClose: () => void }) {
  const words = useWords(rescueWords)
  const [file, setFile] = useState<File | null>(null)
  const [isTried, setTried] = useState(false)
  const [share, setShare] = useState<number | null>(null)
  const [answer, setAnswer] = useState<Answer | null>(null)

  async function bring(): Promise<void> {
    setTried(true)
    if (!file) return
    setAnswer(null)
    setShare(0)
    const given = await api.bringRescueFile(file, setShare)
    setShare(null)
    setAnswer(given)
    if (!isFault(given) && given.kind === 'taken') onTaken()
  }

  return (
    <Dialog
      open
      title={words.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.close}</Button>
          <Button kind="primary" busy={share !== null} onClick={() => void bring()}>
            {words.send}
          </Button>
        </>
      }
    >
      <div class="stack">
        <p>{words.about}</p>
        <FileInput
          id="rescue-file"
          label={words.file}
          file={file}
          onSelect={(chosen) => {
            setFile(chosen)
            setAnswer(null)
          }}
          error={isTried && !file ? words.fileMissing : undefined}
        />
        {share !== null &&
          (share < 1 ? (
            <Progress label={words.sending} value={share} max={1} />
          ) : (
            <WorkingBar label={words.checking} />
          ))}
        {answer && <AnswerNotice answer={answer} />}
      </div>
    </Dialog>
  )
}

function AnswerNotice({ answer }: { readonly answer: Answer }) {
  const words = useWords(rescueWords)
  const formats = useFormats()
  if (isFault(answer)) return <FaultNotice fault={answer} isAct />
  if (answer.kind === 'refused')
    return (
      <Notice tone="problem" title={words.refused} isNews>
        {words[answer.why]}
      </Notice>
    )
  const { enumerator, taken, known, surveys, quarantined, photos } = answer
  const number = formats.number
  return (
    <Notice tone="good" title={taken > 0 ? words.taken(enumerator) : words.nothingNew(enumerator)} isNews>
      <p>{words.counts(number(taken), number(surveys), number(known))}</p>
      {quarantined > 0 && <p>{words.quarantined(number(quarantined))}</p>}
      {photos.taken + photos.known > 0 && (
        <p>{words.photosTaken(number(photos.taken), number(photos.known))}</p>
      )}
      {photos.left > 0 && <p>{words.photosLeft(number(photos.left))}</p>}
    </Notice>
  )
}
