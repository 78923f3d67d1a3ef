import { Badge } from '../../ui/feedback/badge.tsx'
import { checkIcon, refreshCwIcon } from '../../ui/icons/lucide.ts'
import { useWords } from '../../ui/language/language.ts'
import type { Autosave } from './autosave.ts'
import { surveyWords } from './words.ts'

/** Whether what stands on the screen is durable. */
export function SaveSign({ autosave }: { autosave: Autosave }) {
  const words = useWords(surveyWords)
  const state = autosave.state.value
  return (
    <span class="save-sign" role="status">
      {state.kind === 'saved' && (
        <Badge tone="good" icon={checkIcon}>
          {words.saved}
        </Badge>
      )}
      {state.kind === 'saving' && (
        <Badge tone="neutral" icon={refreshCwIcon}>
          {words.saving}
        </Badge>
      )}
      {state.kind === 'failed' && <Badge tone="problem">{words.notSaved}</Badge>}
    </span>
  )
}
