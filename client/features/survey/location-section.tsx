import { useState } from 'preact/hooks'
import type { Path } from '../../../shared/survey/path.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { QuestionField } from '../../questions/question-field.tsx'
import { Button } from '../../ui/buttons/button.tsx'
import { focusField } from '../../ui/fields/focus-field.ts'
import { useWords } from '../../ui/language/language.ts'
import { Card } from '../../ui/layout/card.tsx'
import { AnswerFacts } from './answer-facts.tsx'
import { SectionQuestions, useQuestionsOf } from './section-questions.tsx'
import { surveyWords } from './words.ts'

const FIELDS = ['address', 'rt', 'rw', 'kelurahan'] as const

/** The address, and the place where it was found. */
export function LocationSection() {
  const position = useQuestionsOf('location', isPosition)
  return (
    <>
      <Address />
      <SectionQuestions questions={position} entry={null} />
    </>
  )
}

/** The listed address to be confirmed as a whole or changed, else its questions. */
function Address() {
  const desk = useQuestionDesk()
  const words = useWords(surveyWords)
  const [isChanging, setChanging] = useState(false)
  const listed = desk.record.known.location
  const isUntouched = FIELDS.every((field) => desk.answerOf(`location/${field}`) === null)
  /** What was pressed goes with the drawing that follows. */
  const takeOver = (focus: Path) => {
    desk.choose(
      FIELDS.flatMap((field) => {
        const to = listed[field]
        return to === undefined ? [] : [{ path: `location/${field}`, to }]
      }),
    )
    queueMicrotask(() => focusField(focus))
  }

  if (isUntouched && !isChanging && FIELDS.some((field) => listed[field] !== undefined)) {
    return (
      <Card title={words.listedAddress} level={3}>
        <AnswerFacts answers={FIELDS.map((field) => [`location/${field}`, listed[field]])} />
        <div class="survey-acts">
          <Button onClick={() => takeOver('location/position')}>{words.unchanged}</Button>
          <Button
            onClick={() => {
              setChanging(true)
              takeOver('location/kelurahan')
            }}
          >
            {words.edit}
          </Button>
        </div>
      </Card>
    )
  }
  return (
    <>
      {FIELDS.toReversed().map((field) => (
        <QuestionField key={field} path={`location/${field}`} />
      ))}
    </>
  )
}

const isPosition = (path: Path) => path === 'location/position'
