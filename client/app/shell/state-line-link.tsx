import type { Clock } from '../../ports/clock.ts'
import { Icon } from '../../ui/icons/icon.tsx'
import {
  cloudCheckIcon,
  cloudOffIcon,
  cloudUploadIcon,
  refreshCwIcon,
  triangleAlertIcon,
  type IconShape,
} from '../../ui/icons/lucide.ts'
import { useFormats, useText, useWords } from '../../ui/language/language.ts'
import { paths } from '../../ui/paths.ts'
import { statusWords } from '../../ui/words.ts'
import type { Field } from '../session/session-model.ts'
import { stateLineWords } from '../language/words.ts'
import { stateLineOf, type LineSign } from './state-line.ts'

const SIGNS: Readonly<Record<LineSign, IconShape>> = {
  offline: cloudOffIcon,
  sending: refreshCwIcon,
  sent: cloudCheckIcon,
  waiting: cloudUploadIcon,
  stopped: triangleAlertIcon,
}

type Props = { readonly field: Pick<Field, 'work' | 'sync' | 'photosLeft'>; readonly clock: Clock }

/** The state line; it leads to the outbox, where each record says why it waits. */
export function StateLineLink({ field: { work, sync, photosLeft }, clock }: Props) {
  const words = useWords(stateLineWords)
  const status = useWords(statusWords)
  const formats = useFormats()
  const text = useText()
  const photos = photosLeft.value && text(photosLeft.value)
  const line = stateLineOf(sync.state.value, work.unsent.value, photos, words, status, formats, clock.now())
  return (
    <a class={`state-line state-${line.sign}`} href={paths.outbox}>
      <Icon shape={SIGNS[line.sign]} />
      <span class="state-line-words">
        <span class="strong">{line.main}</span>
        <span class="state-line-dot"> · </span>
        <span class="quiet">{line.detail}</span>
      </span>
    </a>
  )
}
