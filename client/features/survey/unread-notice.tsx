import type { Path } from '../../../shared/survey/path.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { useText, useWords } from '../../ui/language/language.ts'
import { findingLabel } from './finding-label.ts'
import { surveyWords } from './words.ts'

type Props = {
  /** what stands in fields of other sections and makes no answer */
  readonly paths: readonly Path[]
  readonly onGo: (path: Path) => void
}

/** What was typed elsewhere and is no answer: it is named, so that what is given here may be called saved. */
export function UnreadNotice({ paths, onGo }: Props) {
  const { document, record } = useQuestionDesk()
  const words = useWords(surveyWords)
  const text = useText()
  const [first] = paths
  if (first === undefined) return null
  const label = findingLabel(first, { document, known: record.known }, { ...words, text })
  return (
    <Notice tone="attention" action={<Button onClick={() => onGo(first)}>{words.toUnread}</Button>}>
      {words.unread(label)}
    </Notice>
  )
}
