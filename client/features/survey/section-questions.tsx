import type { ComponentChildren } from 'preact'
import { pathOf, type Path } from '../../../shared/survey/path.ts'
import { isAskedOfPeople, type Question, type SectionKey } from '../../../shared/survey/question.ts'
import { formOf, sectionsOf } from '../../../shared/survey/questionnaire.ts'
import type { SurveyDocument } from '../../../shared/survey/document.ts'
import { BatteryQuestion } from '../../questions/battery-question.tsx'
import { QuestionField } from '../../questions/question-field.tsx'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { useText } from '../../ui/language/language.ts'
import { SuggestionHints } from './suggestion-hints.tsx'

type Props = {
  readonly questions: readonly Question[]
  /** the roster entry that they are asked in; null outside of rosters */
  readonly entry: string | null
  /** what stands below a question of it */
  readonly below?: (path: Path) => ComponentChildren
}

/** Questions one below the other, under their headings; those of one battery as one table of rows. */
export function SectionQuestions({ questions, entry, below }: Props) {
  const { document, visitDate } = useQuestionDesk()
  const text = useText()
  const asked = questions.filter(
    (question) => isAskedOfPeople(question) && (question.relevant?.({ document, entry, visitDate }) ?? true),
  )
  return (
    <>
      {rowsOf(asked).map(({ heading, question, battery }) => {
        const path = pathOf(question.path, entry)
        return (
          <Row key={path} heading={heading && text(heading)}>
            {battery.length > 0 ? (
              <BatteryQuestion paths={battery.map((each) => pathOf(each.path, entry))} />
            ) : (
              <QuestionField path={path} />
            )}
            {below?.(path)}
            <SuggestionHints
              paths={battery.length > 0 ? battery.map((each) => pathOf(each.path, entry)) : [path]}
            />
          </Row>
        )
      })}
    </>
  )
}

function Row({ heading, children }: { heading: string | undefined; children: ComponentChildren }) {
  return (
    <>
      {heading && <h3 class="question-heading">{heading}</h3>}
      {children}
    </>
  )
}

type QuestionRow = {
  readonly heading: Question['heading']
  readonly question: Question
  /** the questions of its battery, itself first; empty where it stands alone */
  readonly battery: readonly Question[]
}

/** A battery takes the place of its first question; a heading stays even where its own question is not asked. */
function rowsOf(questions: readonly Question[]): readonly QuestionRow[] {
  const seen = new Set<string>()
  return questions.flatMap((question): QuestionRow[] => {
    const battery = question.kind === 'one-of' ? question.battery : undefined
    if (!battery) return [{ heading: question.heading, question, battery: [] }]
    if (seen.has(battery.key)) return []
    seen.add(battery.key)
    const rows = questions.filter((other) => other.kind === 'one-of' && other.battery?.key === battery.key)
    return [{ heading: question.heading, question, battery: rows }]
  })
}

/** The questions that a section asks in the version of a survey, narrowed to one part of the document. */
export function questionsOf(
  document: SurveyDocument,
  section: SectionKey,
  isWanted: (path: Path) => boolean = () => true,
): readonly Question[] {
  const found = sectionsOf(formOf(document)).find(({ key }) => key === section)
  return (found?.questions ?? []).filter(({ path }) => isWanted(path))
}
