import { Badge } from '../../ui/feedback/badge.tsx'
import { checkIcon, refreshCwIcon } from '../../ui/icons/lucide.ts'
import { useWords } from '../../ui/language/language.ts'
import type { Autosave } from './autosave.ts'
import { surveyWords } from './words.ts'

type Props = {
  readonly autosave: Autosave
  /** something on the screen makes no answer: nothing may be called saved */
  readonly holdsBack: boolean
}

/** Whether what stands on the screen is durable. */
export function SaveSign({ autosave, holdsBack }: Props) {
  const words = useWords(surveyWords)
  const state = autosave.state.value
  return (
    <span class="save-sign" role="status">
      {state.kind !== 'failed' && holdsBack && <Badge tone="attention">{words.heldBack}</Badge>}
      {state.kind === 'saved' && !holdsBack && (
        <Badge tone="good" icon={checkIcon}>
          {words.saved}
        </Badge>
      )}
      {state.kind === 'saving' && !holdsBack && (
        <Badge tone="neutral" icon={refreshCwIcon}>
          {words.saving}
        </Badge>
      )}
      {state.kind === 'failed' && <Badge tone="problem">{words.notSaved}</Badge>}
    </span>
  )
}
