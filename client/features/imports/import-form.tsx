import { useState } from 'preact/hooks'
import type { Import } from '../../../shared/api/imports.ts'
import type { Api } from '../../ports/api.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { FaultNotice } from '../../ui/feedback/fault-notice.tsx'
import { Progress } from '../../ui/feedback/progress.tsx'
import { WorkingBar } from '../../ui/feedback/working-bar.tsx'
import { DateInput } from '../../ui/fields/date-input.tsx'
import { FileInput } from '../../ui/fields/file-input.tsx'
import { focusField } from '../../ui/fields/focus-field.ts'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { checkChoice, type ChoiceFault } from './check-choice.ts'
import { useSending } from './use-sending.ts'
import { importWords } from './words.ts'

type Props = {
  readonly api: Api
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly onAccepted: (begun: Import) => void
}

/** The first step: which file, and of which date. What was chosen stays when sending fails. */
export function ImportForm({ api, today, onAccepted }: Props) {
  const words = useWords(importWords)
  const [file, setFile] = useState<File | null>(null)
  const [asOf, setAsOf] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)
  const sending = useSending(api, onAccepted)
  const faults = checkChoice({ file, asOf }, today)

  const messageOf = (field: ChoiceFault['field']) => {
    const found = faults.find((one) => one.field === field)
    const isShown = isTried || found?.word === 'fileExcel' || found?.word === 'fileEmpty'
    // None of these words takes parts.
    return found && isShown ? String(words[found.word]) : undefined
  }
  const submit = () => {
    setTried(true)
    const [first] = faults
    if (first) focusField(first.field)
    else if (file && asOf !== null) void sending.send(file, asOf)
  }

  return (
    <form
      class="stack-wide"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <FileInput
        id="import-file"
        label={words.file}
        hint={words.fileHint}
        file={file}
        onSelect={setFile}
        accept=".csv,.txt,.psv,text/plain,text/csv"
        error={messageOf('import-file')}
      />
      <DateInput
        id="import-date"
        label={words.asOf}
        help={words.asOfHelp}
        hint={words.asOfHint}
        value={asOf}
        onChange={setAsOf}
        error={messageOf('import-date')}
      />
      {sending.fault && <FaultNotice fault={sending.fault} isAct />}
      {sending.share !== null && file && <SendingProgress share={sending.share} size={file.size} />}
      <div>
        <Button type="submit" kind="primary" busy={sending.share !== null}>
          {words.start}
        </Button>
      </div>
    </form>
  )
}

function SendingProgress({ share, size }: { share: number; size: number }) {
  const words = useWords(importWords)
  const formats = useFormats()
  if (share >= 1) return <WorkingBar label={words.checking} />
  return (
    <div class="stack" role="status">
      <Progress
        label={words.sending}
        value={share}
        max={1}
        detail={words.sendingDetail(formats.percent(share), formats.bytes(size))}
      />
      <p class="quiet">{words.sendingStay}</p>
    </div>
  )
}
