import type { Clock } from '../../ports/clock.ts'
import type { CardState, FieldWork, SurveyView } from '../../ports/field-work.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { StatusSign } from '../../ui/feedback/status-sign.tsx'
import { pencilIcon } from '../../ui/icons/lucide.ts'
import { areaText } from '../../ui/language/area-text.ts'
import type { Formats } from '../../ui/language/formats.ts'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { Screen } from '../../ui/layout/screen.tsx'
import { paths } from '../../ui/paths.ts'
import { AllAnswers } from './all-answers.tsx'
import { areaOf, householdName } from './household-heading.ts'
import { SameAsNotice } from './same-as-notice.tsx'
import { SurveyNotices } from './survey-notices.tsx'
import { surveyWords } from './words.ts'
import './survey.css'

type Props = {
  readonly view: SurveyView
  readonly work: Pick<FieldWork, 'households'>
  readonly clock: Clock
  readonly onFix: () => void
}

/** A survey that was submitted: its state and its answers, to be read. */
export function SubmittedSurvey({ view, work, clock, onFix }: Props) {
  const words = useWords(surveyWords)
  const formats = useFormats()
  return (
    <Screen
      title={householdName(view) || words.nameless}
      tabTitle={words.tabTitle}
      subtitle={areaText(areaOf(view))}
      back={paths.home}
      bottom={
        <Button icon={pencilIcon} onClick={onFix}>
          {words.fix}
        </Button>
      }
    >
      <div class="stack">
        <p>
          <StatusSign standing={view.state.kind} detail={detailOf(view.state, formats, clock)} />
        </p>
        {(view.state.kind === 'waiting' || view.state.kind === 'sending') && <p>{words.waitingText}</p>}
        <SurveyNotices view={view} />
        <SameAsNotice view={view} work={work} />
        {view.review?.handedTo === undefined && <p class="quiet">{words.readOnly}</p>}
      </div>
      <AllAnswers document={view.document} known={view.known} />
    </Screen>
  )
}

function detailOf(state: CardState, formats: Formats, clock: Clock): string | undefined {
  return state.kind === 'received' && state.at !== null ? formats.moment(state.at, clock.now()) : undefined
}
