import type { SyncState } from '../../ports/sync.ts'
import { Progress } from '../../ui/feedback/progress.tsx'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { householdWords } from './words.ts'

/** The first download of a device: how many households and surveys are here, and of how many. */
export function DownloadProgress({ state }: { state: SyncState }) {
  const words = useWords(householdWords)
  const formats = useFormats()
  if (state.kind !== 'sending' || state.lastAt !== null || state.expected === 0) return null
  return (
    <div class="stack">
      <Progress
        label={words.downloading}
        value={state.received}
        max={state.expected}
        detail={words.downloadedOf(formats.number(state.received), formats.number(state.expected))}
      />
      <p class="quiet">{words.downloadHint}</p>
    </div>
  )
}
