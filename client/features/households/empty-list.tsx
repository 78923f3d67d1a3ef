import { FAULTS } from '../../../shared/faults.ts'
import type { SyncState } from '../../ports/sync.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { Skeleton } from '../../ui/feedback/skeleton.tsx'
import { cloudOffIcon, houseIcon, octagonAlertIcon } from '../../ui/icons/lucide.ts'
import { useText, useWords } from '../../ui/language/language.ts'
import { householdWords } from './words.ts'

type Props = { readonly state: SyncState; readonly onTry: () => void }

/** In place of a list without households: they are on their way, could not come, or there are none. */
export function EmptyList({ state, onTry }: Props) {
  const words = useWords(householdWords)
  const text = useText()
  switch (state.kind) {
    case 'starting':
    case 'sending':
      return <Skeleton rows={6} />
    case 'offline':
    case 'stopped':
      return (
        <EmptyState
          icon={state.kind === 'offline' ? cloudOffIcon : octagonAlertIcon}
          title={words.offlineTitle}
          action={<Button onClick={onTry}>{words.tryAgain}</Button>}
        >
          {text(FAULTS[state.fault.fault].text)}
        </EmptyState>
      )
    case 'waiting':
    case 'up-to-date':
      return (
        <EmptyState icon={houseIcon} title={words.noneTitle}>
          {words.noneText}
        </EmptyState>
      )
  }
}
