import type { ReviewDetail } from '../../../../shared/api/reviews.ts'
import type { Answer } from '../../../../shared/survey/document.ts'
import { entryOf } from '../../../../shared/survey/path.ts'
import { questionAt } from '../../../../shared/survey/questionnaire.ts'
import { Button } from '../../../ui/buttons/button.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { gitCompareIcon } from '../../../ui/icons/lucide.ts'
import { useFormats, useText, useWords } from '../../../ui/language/language.ts'
import { useBeside } from '../compare/beside.ts'
import { memberName } from '../compare/say-answer.ts'
import { paneWords } from './pane-words.ts'

type Conflict = ReviewDetail['conflicts'][number]

type Props = {
  readonly conflicts: readonly Conflict[]
  readonly isBusy: boolean
  readonly onTake: (group: string, take: 'current' | 'offered') => void
}

/** Where two accounts disagree, both sides of each with a button to take it. */
export function ConflictList({ conflicts, isBusy, onTake }: Props) {
  const words = useWords(paneWords)
  const formats = useFormats()
  const latest = latestOffers(conflicts)
  if (latest.length === 0) return null
  return (
    <section class="conflicts" id="review-conflicts" tabIndex={-1} aria-labelledby="conflicts-title">
      <div class="conflicts-head">
        <Notice tone="problem" icon={gitCompareIcon}>
          <h2 id="conflicts-title">{words.conflictTitle(formats.number(latest.length))}</h2>
          <p>{words.conflictText}</p>
        </Notice>
      </div>
      {latest.map((conflict) => (
        <ConflictCard key={conflict.group} conflict={conflict} isBusy={isBusy} onTake={onTake} />
      ))}
    </section>
  )
}

/** Where several phones offered another answer, the server takes the latest offer: that one is shown. */
function latestOffers(conflicts: readonly Conflict[]): readonly Conflict[] {
  return [...new Map(conflicts.map((conflict) => [conflict.group, conflict])).values()]
}

function ConflictCard({
  conflict,
  isBusy,
  onTake,
}: Pick<Props, 'isBusy' | 'onTake'> & { conflict: Conflict }) {
  const words = useWords(paneWords)
  const formats = useFormats()
  const text = useText()
  const { documents } = useBeside()
  const { group, by, at } = conflict
  const name = memberName(entryOf(group) ?? '', documents)
  const answers = Object.entries(conflict.answers).flatMap(([path, sides]) => {
    const question = questionAt(path)
    return question && question.kind !== 'order' ? [{ path, question, ...sides }] : []
  })
  const title = [name, ...answers.map(({ question }) => text(question.text))].filter(Boolean).join(' · ')
  const side = (which: 'current' | 'offered') => (
    <dl class="conflict-answers">
      {answers.map((answer) => (
        <div key={answer.path}>
          {answers.length > 1 && <dt class="quiet">{text(answer.question.text)}</dt>}
          <dd class="strong">
            <Said of={answer} answer={answer[which] as Answer | null} />
          </dd>
        </div>
      ))}
    </dl>
  )
  return (
    <article class="conflict" aria-label={title}>
      <h3>{title}</h3>
      <div class="conflict-sides">
        <div class="conflict-side">
          <p class="quiet">{words.standing}</p>
          {side('current')}
          <Button busy={isBusy} onClick={() => onTake(group, 'current')}>
            {words.takeStanding}
          </Button>
        </div>
        <div class="conflict-side">
          <p class="quiet">
            {words.offered(by)}
            <span class="visit-line">{formats.dateTime(at)}</span>
          </p>
          {side('offered')}
          <Button busy={isBusy} onClick={() => onTake(group, 'offered')}>
            {words.takeOffered(by)}
          </Button>
        </div>
      </div>
    </article>
  )
}

type SaidProps = {
  readonly of: { readonly question: NonNullable<ReturnType<typeof questionAt>> }
  readonly answer: Answer | null
}

function Said({ of, answer }: SaidProps) {
  const words = useWords(paneWords)
  const { say } = useBeside()
  return <>{answer === null ? words.nothing : say(of.question, answer)}</>
}
