import { useState } from 'preact/hooks'
import { FAULTS, isFault, type Fault } from '../../../shared/faults.ts'
import type { Rescue, RescueFile } from '../../ports/rescue.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Progress } from '../../ui/feedback/progress.tsx'
import { downloadIcon } from '../../ui/icons/lucide.ts'
import { useFormats, useText, useWords } from '../../ui/language/language.ts'
import { Card } from '../../ui/layout/card.tsx'
import { rescueWords } from './rescue-words.ts'

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making'; readonly share: number }
  | { readonly kind: 'made'; readonly file: Omit<RescueFile, 'blob'> }
  | { readonly kind: 'failed'; readonly fault: Fault | null }

/** The way to the server without a network: a locked file for the supervisor. */
export function RescuePart({ rescue, unsent }: { readonly rescue: Rescue; readonly unsent: number }) {
  const words = useWords(rescueWords)
  const formats = useFormats()
  const text = useText()
  const [state, setState] = useState<State>({ kind: 'idle' })

  async function make(): Promise<void> {
    setState({ kind: 'making', share: 0 })
    try {
      const file = await rescue.write((share) => setState({ kind: 'making', share }))
      if (isFault(file)) return setState({ kind: 'failed', fault: file })
      hand(file)
      setState({ kind: 'made', file })
    } catch {
      // The browser found no room for the file.
      setState({ kind: 'failed', fault: null })
    }
  }

  return (
    <Card title={words.title}>
      <div class="stack">
        <p>{words.about}</p>
        {state.kind === 'making' && <Progress label={words.making} value={state.share} max={1} />}
        {state.kind === 'made' && (
          <Notice tone="good" title={words.done} isNews>
            <p>
              {words.doneText(
                state.file.name,
                formats.number(state.file.changes),
                formats.number(state.file.photos),
              )}
            </p>
            <p>{words.stays}</p>
          </Notice>
        )}
        {state.kind === 'failed' && (
          <Notice tone="problem" title={words.failed} isNews>
            {state.fault ? text(FAULTS[state.fault.fault].text) : words.failedText}
          </Notice>
        )}
        {rescue.isPossible() ? (
          <Button
            kind={unsent > 0 ? 'quiet' : 'bare'}
            icon={downloadIcon}
            busy={state.kind === 'making'}
            onClick={() => void make()}
          >
            {words.make}
          </Button>
        ) : (
          <p class="quiet">{words.keyMissing}</p>
        )}
      </div>
    </Card>
  )
}

/** Gives the file to the browser's downloads. */
function hand({ blob, name }: RescueFile): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // The download reads it on: it goes with the page at the latest.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
