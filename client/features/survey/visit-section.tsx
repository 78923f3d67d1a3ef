import { useState } from 'preact/hooks'
import { jakartaDate } from '../../../shared/period.ts'
import { entriesOf } from '../../../shared/survey/document.ts'
import type { Clock } from '../../ports/clock.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { plusIcon } from '../../ui/icons/lucide.ts'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { PurposesDisclosure } from './purposes-disclosure.tsx'
import { questionsOf, SectionQuestions } from './section-questions.tsx'
import { VisitFacts } from './visit-facts.tsx'
import { surveyWords } from './words.ts'

type Props = { readonly newId: () => string; readonly clock: Clock }

/** The result of this visit. It begins with its first answer; a later day's visit is one of its own. */
export function VisitSection({ newId, clock }: Props) {
  const { document } = useQuestionDesk()
  const words = useWords(surveyWords)
  const formats = useFormats()
  const [freshId] = useState(newId)
  const [isFresh, setFresh] = useState(false)
  const visits = entriesOf(document.visits)
  const last = visits.at(-1)
  const id = isFresh || !last ? freshId : last[0]
  const earlier = visits.filter(([each]) => each !== id)
  const visit = document.visits[id]
  const isOfToday = jakartaDate(clock.now()) === (visit?.at && jakartaDate(new Date(visit.at)))

  return (
    <>
      {earlier.length > 0 && (
        <Disclosure summary={`${words.earlierVisits} (${formats.number(earlier.length)})`}>
          <div class="stack">
            {earlier.map(([each, one]) => (
              <VisitFacts key={each} visit={one} />
            ))}
          </div>
        </Disclosure>
      )}
      {visit?.at && !isOfToday && (
        <div class="split survey-visit">
          <p class="strong">{words.visitedAt(formats.dateTime(visit.at))}</p>
          <Button icon={plusIcon} onClick={() => setFresh(true)}>
            {words.revisit}
          </Button>
        </div>
      )}
      {isFresh && !visit && <p class="strong">{words.newVisit}</p>}
      <SectionQuestions key={id} questions={questionsOf(document, 'visit')} entry={id} />
      {visit?.result === 'selesai' && <PurposesDisclosure />}
      {visit?.result !== undefined && visit.result !== 'selesai' && (
        <div class="reveal">
          <Notice tone="info">{visit.result === 'tidak_di_rumah' ? words.comeAgain : words.onlyVisit}</Notice>
        </div>
      )}
    </>
  )
}
