import { computed } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useCallback, useMemo, useState } from 'preact/hooks'
import { headsBeside } from '../../../shared/survey/families.ts'
import { pathOf, type Path } from '../../../shared/survey/path.ts'
import { isAskedOfPeople } from '../../../shared/survey/question.ts'
import type { FieldWork } from '../../ports/field-work.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { QuestionField } from '../../questions/question-field.tsx'
import { questionWords } from '../../questions/words.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { circleIcon } from '../../ui/icons/lucide-late.ts'
import { focusQuestion } from '../../ui/fields/focus-field.ts'
import { useText, useWords } from '../../ui/language/language.ts'
import { isSameData, steady } from '../../ui/steady.ts'
import { useGradual } from '../../ui/use-gradual.ts'
import { LookAlikes } from './look-alikes.tsx'
import { groupsOf, type QuestionGroup } from './question-groups.ts'
import { SameAsHead } from './same-as-head.tsx'
import { SectionQuestions, useQuestionsOf } from './section-questions.tsx'
import { surveyWords } from './words.ts'

/** Asked in an order of their own: the number first, it gives the rest. */
const IDENTITY = /\/(name|nik|nikMissing|birthDate|sex|relationship)$/

/** Who somebody is fills the screen; the groups below it follow frame by frame. */
const AT_ONCE = { first: 0, next: 1 }

type Props = { readonly id: string; readonly work: Pick<FieldWork, 'households' | 'lookAlikes'> }
type QuestionsProps = Props & {
  /** what ends them: there once they all are, so that nobody meets it before the questions */
  readonly children: ComponentChildren
}

/** What is asked of one person, on one scroll: groups that fold would cost a tap each and lose the place. */
export function MemberQuestions({ id, work, children }: QuestionsProps) {
  const questions = useQuestionsOf('members', isAskedBelow)
  const groups = useMemo(() => groupsOf(questions), [questions])
  const drawn = useGradual(groups.length, AT_ONCE)
  return (
    <>
      <div class="entry-questions">
        <Identity id={id} work={work} />
        {groups.slice(0, drawn).map((group) => (
          <Group key={group.heading?.id ?? ''} id={id} group={group} />
        ))}
      </div>
      {drawn >= groups.length && children}
    </>
  )
}

function isAskedBelow(path: Path): boolean {
  return path.startsWith('members/') && !IDENTITY.test(path)
}

/** One group, where something of it is asked, with how much is left of it. */
function Group({ id, group }: { readonly id: string; readonly group: QuestionGroup }) {
  const desk = useQuestionDesk()
  const words = useWords(surveyWords)
  const text = useText()
  const below = useCallback((path: Path) => <SameAsHead path={path} member={id} />, [id])
  const state = useMemo(
    () =>
      steady(() => {
        const paths = group.questions
          .filter(isAskedOfPeople)
          .map((question) => pathOf(question.path, id))
          .filter((path) => desk.standingOf(path).isAsked)
        const open = desk.findings.filter(({ kind, path }) => kind === 'missing' && paths.includes(path))
        return { isAsked: paths.length > 0, open: open.length }
      }, isSameData),
    [desk, group, id],
  ).value
  if (!state.isAsked) return null
  return (
    <div class="entry-questions">
      {group.heading && (
        <div class="entry-group">
          <h4 class="question-heading">{text(group.heading)}</h4>
          {state.open > 0 ? (
            <Badge tone="info" icon={circleIcon}>
              {words.toFill(state.open)}
            </Badge>
          ) : (
            <Badge tone="good">{words.complete}</Badge>
          )}
        </div>
      )}
      <SectionQuestions questions={group.questions} entry={id} below={below} />
    </div>
  )
}

const HEAD = ['kepala']
const NOBODY: readonly string[] = []

function Identity({ id, work }: Props) {
  const desk = useQuestionDesk()
  const words = useWords(questionWords)
  const [asksWhy, setAsksWhy] = useState(false)
  const nik = desk.answerOf(`members/${id}/nik`)
  const nikMissing = desk.answerOf(`members/${id}/nikMissing`)
  const hasOtherHead = useMemo(
    () => computed(() => headsBeside(id, desk.document).some((head) => head !== id)),
    [desk, id],
  ).value
  return (
    <>
      <QuestionField path={`members/${id}/name`} />
      <LookAlikes id={id} work={work} below="name" />
      <QuestionField path={`members/${id}/nik`} />
      <LookAlikes id={id} work={work} below="nik" />
      {nik === null && nikMissing === null && !asksWhy && (
        <div>
          <Button
            kind="bare"
            onClick={() => {
              setAsksWhy(true)
              queueMicrotask(() => focusQuestion(`members/${id}/nikMissing`))
            }}
          >
            {words.noNik}
          </Button>
        </div>
      )}
      {(asksWhy || nikMissing !== null) && <QuestionField path={`members/${id}/nikMissing`} />}
      <QuestionField path={`members/${id}/birthDate`} />
      <QuestionField path={`members/${id}/sex`} />
      <QuestionField path={`members/${id}/relationship`} unlikely={hasOtherHead ? HEAD : NOBODY} />
    </>
  )
}
