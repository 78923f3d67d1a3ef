import type { ReviewDetail } from '../../../../shared/api/reviews.ts'
import { lastVisit } from '../../../../shared/survey/document.ts'
import { questionAt } from '../../../../shared/survey/questionnaire.ts'
import { isCompletedVisit } from '../../../../shared/survey/rules.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { StatusSign } from '../../../ui/feedback/status-sign.tsx'
import { areaText } from '../../../ui/language/area-text.ts'
import { useFormats, useWords } from '../../../ui/language/language.ts'
import { useBeside } from '../compare/beside.ts'
import { paneWords } from './pane-words.ts'

/** Where the survey comes from and stands: what a supervisor wants to know before any answer. */
export function SurveyHead({ detail }: { detail: ReviewDetail }) {
  const words = useWords(paneWords)
  const { survey, enumerator } = detail
  const note = lastVisit(survey.document)?.[1].note
  return (
    <div class="stack survey-head">
      <dl class="survey-facts">
        <div>
          <dt>{words.status}</dt>
          <dd class="row">
            <StatusSign standing={survey.status} />
            {survey.late && <StatusSign standing="late" />}
          </dd>
        </div>
        <div>
          <dt>{words.enumerator}</dt>
          <dd>{enumerator}</dd>
        </div>
        <div>
          <dt>{words.area}</dt>
          <dd>{areaText(survey.area)}</dd>
        </div>
        <div>
          <dt>{words.visit}</dt>
          <dd>
            <Visit detail={detail} />
          </dd>
        </div>
        {note !== undefined && (
          <div class="survey-facts-wide">
            <dt>{words.visitNote}</dt>
            <dd>{note}</dd>
          </div>
        )}
      </dl>
      <ReviewWord detail={detail} />
      {lastVisit(survey.document) && !isCompletedVisit(survey) && <Notice tone="info">{words.notMet}</Notice>}
    </div>
  )
}

function Visit({ detail }: { detail: ReviewDetail }) {
  const words = useWords(paneWords)
  const formats = useFormats()
  const { say } = useBeside()
  const [, visit] = lastVisit(detail.survey.document) ?? []
  const question = questionAt('visits/*/result')
  if (!visit?.result || !question) return <>{words.noVisit}</>
  return (
    <>
      <span class="strong">{say(question, visit.result)}</span>
      {visit.at !== undefined && <span class="visit-line">{formats.dateTime(visit.at)}</span>}
    </>
  )
}

function ReviewWord({ detail: { survey } }: { detail: ReviewDetail }) {
  const words = useWords(paneWords)
  const formats = useFormats()
  const { review, status } = survey
  if (!review) return null
  const titles = { returned: words.returnedBy, rejected: words.rejectedBy } as const
  const title = status === 'returned' || status === 'rejected' ? titles[status] : words.saidBy
  return (
    <Notice tone="info" title={`${title(review.by)} · ${formats.dateTime(review.at)}`}>
      {review.reason}
    </Notice>
  )
}
