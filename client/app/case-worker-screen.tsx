import { EmptyState } from '../ui/feedback/empty-state.tsx'
import { shieldAlertIcon } from '../ui/icons/lucide.ts'
import { useWords } from '../ui/language/language.ts'
import { Screen } from '../ui/layout/screen.tsx'
import { shellWords } from './language/words.ts'

/** Says plainly that confidential work has no screens here: restricted types never stand beside ordinary ones. */
export function CaseWorkerScreen() {
  const words = useWords(shellWords)
  return (
    <Screen title={words.caseWorkerTitle}>
      <EmptyState icon={shieldAlertIcon} title={words.caseWorkerNone}>
        {words.caseWorkerText}
      </EmptyState>
    </Screen>
  )
}
