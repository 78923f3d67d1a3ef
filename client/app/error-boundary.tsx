import { Component, type ComponentChildren } from 'preact'
import { Button } from '../ui/buttons/button.tsx'
import { EmptyState } from '../ui/feedback/empty-state.tsx'
import { octagonAlertIcon } from '../ui/icons/lucide.ts'
import { useWords } from '../ui/language/language.ts'
import { Screen } from '../ui/layout/screen.tsx'
import { shellWords } from './language/words.ts'

type Props = {
  /** another path is another try */
  readonly path: string
  readonly reload: () => void
  readonly children: ComponentChildren
}

/** Words in place of a screen that threw: a bug, or a part of the app that could not be loaded. */
export class ErrorBoundary extends Component<Props, { failedAt: string | null }> {
  override state: { failedAt: string | null } = { failedAt: null }

  override componentDidCatch(): void {
    this.setState({ failedAt: this.props.path })
  }

  override render({ path, reload, children }: Props): ComponentChildren {
    return this.state.failedAt === path ? <Broken reload={reload} /> : children
  }
}

function Broken({ reload }: { reload: () => void }) {
  const words = useWords(shellWords)
  return (
    <Screen title={words.brokenTitle}>
      <EmptyState
        icon={octagonAlertIcon}
        title={words.brokenText}
        action={
          <Button kind="primary" onClick={reload}>
            {words.reload}
          </Button>
        }
      />
    </Screen>
  )
}
