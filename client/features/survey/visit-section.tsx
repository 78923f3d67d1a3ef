import { useCallback, useMemo } from 'preact/hooks'
import { jakartaDate } from '../../../shared/period.ts'
import { pathOf, type Path } from '../../../shared/survey/path.ts'
import type { Clock } from '../../ports/clock.ts'
import type { FieldWork } from '../../ports/field-work.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { pencilIcon, plusIcon } from '../../ui/icons/lucide.ts'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { PurposesDisclosure } from './purposes-disclosure.tsx'
import { RevisitQuestion } from './revisit-question.tsx'
import { SameHousehold } from './same-household.tsx'
import { SectionQuestions, useQuestionsOf } from './section-questions.tsx'
import type { CurrentVisit } from './use-current-visit.ts'
import { VisitFacts } from './visit-facts.tsx'
import { VisitOutcome } from './visit-outcome.tsx'
import { surveyWords } from './words.ts'

type Props = {
  readonly current: CurrentVisit
  readonly clock: Clock
  readonly work: Pick<FieldWork, 'households'>
}

const REVISIT_ON = 'visits/*/revisitOn'
const SAME_AS = 'visits/*/sameAs'

/** The result of this visit and what it asks for. It begins with its first answer; the earlier ones lie folded above. */
export function VisitSection({ current, clock, work }: Props) {
  const words = useWords(surveyWords)
  const formats = useFormats()
  const { id, visit, earlier } = current
  const last = earlier.at(-1)
  const isOfToday = jakartaDate(clock.now()) === (visit?.at && jakartaDate(new Date(visit.at)))
  const questions = useQuestionsOf('visit')
  const revisit = questions.findIndex(({ path }) => path === REVISIT_ON)
  // The first version of the questionnaire does not ask for the day.
  const cut = revisit < 0 ? questions.length : revisit
  const [before, after] = useMemo(() => [questions.slice(0, cut), questions.slice(cut + 1)], [questions, cut])
  const belowQuestion = useCallback(
    (path: Path) => path === pathOf(SAME_AS, id) && <SameHousehold visit={id} work={work} />,
    [id, work],
  )

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
          <Button icon={plusIcon} onClick={current.begin}>
            {words.revisit}
          </Button>
        </div>
      )}
      {!visit && last && (
        <div class="split survey-visit">
          <p class="strong">{words.newVisit}</p>
          <Button kind="bare" icon={pencilIcon} onClick={current.resume}>
            {words.mendLast}
          </Button>
        </div>
      )}
      <SectionQuestions key={id} questions={before} entry={id} />
      {revisit >= 0 && <RevisitQuestion key={`revisit ${id}`} path={pathOf(REVISIT_ON, id)} clock={clock} />}
      <SectionQuestions key={`more ${id}`} questions={after} entry={id} below={belowQuestion} />
      {visit?.result === 'selesai' && <PurposesDisclosure />}
      <VisitOutcome current={current} />
    </>
  )
}
