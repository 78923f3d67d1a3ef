import type { ComponentChildren } from 'preact'
import { FAULTS, type Fault } from '../../../shared/faults.ts'
import { Button } from '../buttons/button.tsx'
import { cloudOffIcon } from '../icons/lucide.ts'
import { useText, useWords } from '../language/language.ts'
import { faultWords } from './fault-words.ts'
import { Notice } from './notice.tsx'

type Props = {
  readonly fault: Fault
  /** it answers an act of the person, which is not repeated by itself */
  readonly isAct?: boolean | undefined
  readonly onRetry?: (() => void) | undefined
  /** another way out than trying again */
  readonly action?: ComponentChildren
  /** what happened here, where that is more than the catalogue can say */
  readonly text?: string | undefined
}

/** Why the server did not do or tell what was asked, on screens that work online only. */
export function FaultNotice({ fault, isAct = false, onRetry, action, text: said }: Props) {
  const words = useWords(faultWords)
  const text = useText()
  const isOffline = fault.fault === 'unreachable'
  const offlineText = isAct ? words.offlineActing : words.offlineReading
  return (
    <Notice
      tone={isOffline ? 'attention' : 'problem'}
      icon={isOffline ? cloudOffIcon : undefined}
      title={isOffline ? words.offline : words.failed}
      isNews
      action={action ?? (onRetry && <Button onClick={onRetry}>{words.tryAgain}</Button>)}
    >
      {said ?? (isOffline ? offlineText : text(FAULTS[fault.fault].text))}
    </Notice>
  )
}
