import { FAULTS } from '../../../shared/faults.ts'
import type { SurveyView } from '../../ports/field-work.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { gitCompareIcon, pauseIcon, pencilIcon, undo2Icon } from '../../ui/icons/lucide.ts'
import { useText, useWords } from '../../ui/language/language.ts'
import type { Autosave } from './autosave.ts'
import { findingLabel } from './finding-label.ts'
import { surveyWords } from './words.ts'

type Props = {
  readonly view: SurveyView
  readonly autosave?: Autosave
  /** what was submitted is being changed again */
  readonly isFixing?: boolean
}

/** What the enumerator must know of this survey before going on: the supervisor's word, what the server refused. */
export function SurveyNotices({ view, autosave, isFixing }: Props) {
  const words = useWords(surveyWords)
  const text = useText()
  const { state, review, status, submitted } = view
  const save = autosave?.state.value
  const groups = [...new Set([...view.openConflicts, ...view.conflicts.map(({ group }) => group)])]
  const conflictLabels = groups.map((path) => findingLabel(path, view, { ...words, text }))
  const wantsRevision = (status === 'returned' || status === 'draft') && !submitted
  return (
    <>
      {save?.kind === 'failed' && (
        <Notice
          tone="problem"
          isNews
          title={text(FAULTS[save.fault.fault].text)}
          action={<Button onClick={() => void autosave?.flush()}>{words.saveAgain}</Button>}
        >
          {words.keepOpen}
        </Notice>
      )}
      {review?.handedTo !== undefined && (
        <Notice tone="info" icon={undo2Icon} title={words.handedTitle(review.handedTo)}>
          {words.handedText}
        </Notice>
      )}
      {review && review.handedTo === undefined && wantsRevision && (
        <Notice tone="problem" icon={undo2Icon} title={words.returnedTitle}>
          <Said review={review} />
        </Notice>
      )}
      {review && status === 'rejected' && (
        <Notice tone="problem" title={words.rejectedTitle}>
          <Said review={review} />
        </Notice>
      )}
      {state.kind === 'draft' && state.refused && (
        <Notice tone="problem" title={words.refusedTitle}>
          {text(FAULTS[state.refused].text)}
        </Notice>
      )}
      {state.kind === 'quarantined' && (
        <Notice tone="attention" icon={pauseIcon} title={words.heldTitle}>
          {words.heldText} {state.fault && text(FAULTS[state.fault].text)}
        </Notice>
      )}
      {state.kind === 'conflict' && (
        <Notice tone="problem" icon={gitCompareIcon} title={words.conflictTitle}>
          <p>{words.conflictText}</p>
          <p class="strong">{conflictLabels.join(', ')}</p>
        </Notice>
      )}
      {isFixing && (
        <Notice tone="info" icon={pencilIcon}>
          {words.fixing}
        </Notice>
      )}
    </>
  )
}

/** The supervisor's reason in their own words, with their name. */
function Said({ review }: { review: NonNullable<SurveyView['review']> }) {
  return (
    <>
      <p class="survey-reason">{review.reason}</p>
      <p class="quiet">{review.by}</p>
    </>
  )
}
