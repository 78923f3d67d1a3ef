import { useComputed } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { pathOf, type Path } from '../../../shared/survey/path.ts'
import { isAskedOfPeople, type Question, type SectionKey } from '../../../shared/survey/question.ts'
import { formOf, sectionsOf } from '../../../shared/survey/questionnaire.ts'
import { BatteryQuestion } from '../../questions/battery-question.tsx'
import { QuestionField } from '../../questions/question-field.tsx'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { useText } from '../../ui/language/language.ts'
import { useGradual } from '../../ui/use-gradual.ts'
import { SuggestionHints } from './suggestion-hints.tsx'

/** Rows that fill a phone's screen, and those that follow in each frame. */
const AT_ONCE = { first: 3, next: 4 }

type Props = {
  readonly questions: readonly Question[]
  /** the roster entry that they are asked in; null outside of rosters */
  readonly entry: string | null
  /** what stands below a question of it */
  readonly below?: (path: Path) => ComponentChildren
}

/** Questions one below the other, under their headings; those of one battery as one table of rows. */
export function SectionQuestions({ questions, entry, below }: Props) {
  const { standingOf } = useQuestionDesk()
  const text = useText()
  const asked = questions.filter(
    (question) => isAskedOfPeople(question) && standingOf(pathOf(question.path, entry)).isAsked,
  )
  const rows = rowsOf(asked)
  const drawn = useGradual(rows.length, AT_ONCE)
  return (
    <>
      {rows.slice(0, drawn).map(({ heading, question, battery }) => {
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

/**
 * The questions that a section asks in the version of the open survey, narrowed to one part of the document; the same
 * array as long as the version is.
 * @param isWanted the same function each time
 */
export function useQuestionsOf(
  section: SectionKey,
  isWanted: (path: Path) => boolean = isAny,
): readonly Question[] {
  const desk = useQuestionDesk()
  const version = useComputed(() => formOf(desk.document)).value
  return useMemo(() => {
    const found = sectionsOf(version).find(({ key }) => key === section)
    return (found?.questions ?? []).filter(({ path }) => isWanted(path))
  }, [version, section, isWanted])
}

const isAny = () => true
