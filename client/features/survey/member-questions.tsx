import { useState } from 'preact/hooks'
import { patternOf } from '../../../shared/survey/path.ts'
import type { Finding } from '../../../shared/review/findings.ts'
import { isAskedOfPeople } from '../../../shared/survey/question.ts'
import type { FieldWork } from '../../ports/field-work.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { QuestionField } from '../../questions/question-field.tsx'
import { questionWords } from '../../questions/words.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { circleIcon } from '../../ui/icons/lucide-late.ts'
import { useText, useWords } from '../../ui/language/language.ts'
import { LookAlikes } from './look-alikes.tsx'
import { groupsOf } from './question-groups.ts'
import { SameAsHead } from './same-as-head.tsx'
import { questionsOf, SectionQuestions } from './section-questions.tsx'
import { surveyWords } from './words.ts'

/** Asked in an order of their own: the number first, it gives the rest. */
const IDENTITY = /\/(name|nik|nikMissing|birthDate|sex|relationship)$/

type Props = {
  readonly id: string
  readonly work: Pick<FieldWork, 'lookAlikes'>
  /** of this member */
  readonly findings: readonly Finding[]
}

/** What is asked of one person, on one scroll: groups that fold would cost a tap each and lose the place. */
export function MemberQuestions({ id, work, findings }: Props) {
  const { document, visitDate } = useQuestionDesk()
  const words = useWords(surveyWords)
  const text = useText()
  const scope = { document, entry: id, visitDate }
  const questions = questionsOf(
    document,
    'members',
    (path) => path.startsWith('members/') && !IDENTITY.test(path),
  )
  return (
    <div class="entry-questions">
      <Identity id={id} work={work} />
      {groupsOf(questions).map((group) => {
        const asked = group.questions.filter(
          (question) => isAskedOfPeople(question) && (question.relevant?.(scope) ?? true),
        )
        if (asked.length === 0) return null
        const paths = new Set(asked.map(({ path }) => path))
        const open = findings.filter(({ kind, path }) => kind === 'missing' && paths.has(patternOf(path)))
        return (
          <div key={group.heading?.id ?? ''} class="entry-questions">
            {group.heading && (
              <div class="entry-group">
                <h4 class="question-heading">{text(group.heading)}</h4>
                {open.length > 0 ? (
                  <Badge tone="info" icon={circleIcon}>
                    {words.toFill(open.length)}
                  </Badge>
                ) : (
                  <Badge tone="good">{words.complete}</Badge>
                )}
              </div>
            )}
            <SectionQuestions
              questions={asked}
              entry={id}
              below={(path) => <SameAsHead path={path} member={id} />}
            />
          </div>
        )
      })}
    </div>
  )
}

function Identity({ id, work }: Pick<Props, 'id' | 'work'>) {
  const { document } = useQuestionDesk()
  const words = useWords(questionWords)
  const [asksWhy, setAsksWhy] = useState(false)
  const { nik, nikMissing, family } = document.members[id] ?? {}
  const hasOtherHead = Object.entries(document.members).some(
    ([other, { relationship, removed, family: theirs }]) =>
      other !== id && relationship === 'kepala' && removed === undefined && theirs === family,
  )
  return (
    <>
      <QuestionField path={`members/${id}/name`} />
      <LookAlikes id={id} work={work} below="name" />
      <QuestionField path={`members/${id}/nik`} />
      <LookAlikes id={id} work={work} below="nik" />
      {nik === undefined && nikMissing === undefined && !asksWhy && (
        <div>
          <Button kind="bare" onClick={() => setAsksWhy(true)}>
            {words.noNik}
          </Button>
        </div>
      )}
      {(asksWhy || nikMissing !== undefined) && <QuestionField path={`members/${id}/nikMissing`} />}
      <QuestionField path={`members/${id}/birthDate`} />
      <QuestionField path={`members/${id}/sex`} />
      <QuestionField path={`members/${id}/relationship`} unlikely={hasOtherHead ? ['kepala'] : []} />
    </>
  )
}
