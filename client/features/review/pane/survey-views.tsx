import { useEffect, useRef } from 'preact/hooks'
import { useWords } from '../../../ui/language/language.ts'
import { Screen } from '../../../ui/layout/screen.tsx'
import { LoadedView } from '../../../ui/loading/loaded-view.tsx'
import { paths } from '../../../ui/paths.ts'
import { DecisionBar, DecisionMenu } from './decision-bar.tsx'
import { paneWords } from './pane-words.ts'
import { SurveyContent } from './survey-content.tsx'
import type { Desk } from './use-desk.ts'

/** The survey as a screen of its own, where there is no room for the queue beside it. */
export function NarrowSurvey({ desk }: { desk: Desk }) {
  const words = useWords(paneWords)
  return (
    <Screen
      title={desk.detail ? desk.name : words.survey}
      tabTitle={words.survey}
      back={paths.reviews}
      actions={<DecisionMenu desk={desk} />}
      bottom={desk.detail && <DecisionBar desk={desk} />}
    >
      <Content desk={desk} />
    </Screen>
  )
}

/** The survey beside the queue; its heading takes the focus when another one comes. */
export function WideSurvey({ desk }: { desk: Desk }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const survey = desk.detail?.survey.id
  useEffect(() => heading.current?.focus({ preventScroll: true }), [survey])
  return (
    <>
      {desk.detail && (
        <div class="split review-head">
          <h2 ref={heading} class="review-name" tabIndex={-1}>
            {desk.name}
          </h2>
          <DecisionMenu desk={desk} />
        </div>
      )}
      <Content desk={desk} />
    </>
  )
}

function Content({ desk }: { desk: Desk }) {
  return (
    <LoadedView loading={desk.loading} rows={8}>
      {(detail) =>
        detail && (
          <SurveyContent
            key={detail.survey.id}
            detail={detail}
            findings={desk.findings}
            today={desk.today}
            isBusy={desk.commands.busy !== null}
            onTake={desk.take}
            onUndoSame={() => desk.same.ask('undo')}
          />
        )
      }
    </LoadedView>
  )
}
