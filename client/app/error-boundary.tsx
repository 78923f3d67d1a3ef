import { Component, type ComponentChildren } from 'preact'
import { Button } from '../ui/buttons/button.tsx'
import { EmptyState } from '../ui/feedback/empty-state.tsx'
import { octagonAlertIcon } from '../ui/icons/lucide.ts'
import { useWords } from '../ui/language/language.ts'
import { Screen } from '../ui/layout/screen.tsx'
import { paths } from '../ui/paths.ts'
import { shellWords } from './language/words.ts'
import { PartNotLoaded } from './navigation/late-screen.ts'

type Props = {
  /** another path is another try */
  readonly path: string
  readonly reload: () => void
  readonly children: ComponentChildren
}

type State = { readonly failedAt: string | null; readonly isMissing: boolean }

/** Words in place of a screen that threw: a bug, or a part of the app that could not be loaded. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failedAt: null, isMissing: false }

  override componentDidCatch(error: unknown): void {
    this.setState({ failedAt: this.props.path, isMissing: error instanceof PartNotLoaded })
  }

  override render({ path, reload, children }: Props): ComponentChildren {
    const { failedAt, isMissing } = this.state
    return failedAt === path ? <Broken isMissing={isMissing} reload={reload} /> : children
  }
}

function Broken({ isMissing, reload }: { isMissing: boolean; reload: () => void }) {
  const words = useWords(shellWords)
  return (
    <Screen title={isMissing ? words.missingTitle : words.brokenTitle} back={paths.home}>
      <EmptyState
        icon={octagonAlertIcon}
        title={isMissing ? words.missingText : words.brokenText}
        action={
          <Button kind="primary" onClick={reload}>
            {words.reload}
          </Button>
        }
      />
    </Screen>
  )
}
