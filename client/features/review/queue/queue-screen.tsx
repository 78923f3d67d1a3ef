import type { ComponentChildren } from 'preact'
import { ButtonLink } from '../../../ui/buttons/button.tsx'
import { IconButton } from '../../../ui/buttons/icon-button.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { listChecksIcon } from '../../../ui/icons/lucide-late.ts'
import { refreshCwIcon } from '../../../ui/icons/lucide.ts'
import { useWords } from '../../../ui/language/language.ts'
import { Screen } from '../../../ui/layout/screen.tsx'
import { paths } from '../../../ui/paths.ts'
import { QueueFigures } from './queue-head.tsx'
import { queueWords } from './queue-words.ts'
import type { Queue } from './use-queue.ts'

type Props = {
  readonly queue: Queue
  /** beside the heading */
  readonly acts?: ComponentChildren
  /** acts on the survey that stands open beside it */
  readonly bottom?: ComponentChildren
  readonly children: ComponentChildren
}

/** The frame around the queue. */
export function QueueScreen({ queue, acts, bottom, children }: Props) {
  const words = useWords(queueWords)
  return (
    <Screen
      title={words.title}
      width="wide"
      subtitle={<QueueFigures figures={queue.figures} />}
      actions={
        <>
          {acts}
          <IconButton icon={refreshCwIcon} label={words.reload} onClick={() => void queue.loading.reload()} />
        </>
      }
      bottom={bottom}
    >
      {children}
    </Screen>
  )
}

/** In place of a survey, beside the queue. */
export function NothingOpen({ queue }: { queue: Queue }) {
  const words = useWords(queueWords)
  const first = queue.value?.rows[0]
  if (!first) return null
  return (
    <EmptyState
      icon={listChecksIcon}
      title={words.chooseTitle}
      action={
        <ButtonLink kind="primary" href={paths.review(first.survey)}>
          {words.openFirst}
        </ButtonLink>
      }
    >
      {words.chooseText}
    </EmptyState>
  )
}
