import type { MemberAnswers } from '../../../shared/survey/document.ts'
import type { Finding } from '../../../shared/survey/findings.ts'
import { sameAnswer } from '../../../shared/survey/path.ts'
import { REMOVAL_REASONS } from '../../../shared/survey/sections/members.ts'
import { memberLine } from '../../questions/member-line.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { questionWords } from '../../questions/words.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { groupDigits } from '../../ui/fields/digit-groups.ts'
import { circleDashedIcon, checkIcon } from '../../ui/icons/lucide.ts'
import { useText, useWords } from '../../ui/language/language.ts'
import { EntrySigns } from './entry-signs.tsx'
import type { MemberLine } from './member-edits.ts'
import { MemberQuestions } from './member-questions.tsx'
import { surveyWords } from './words.ts'

type Props = {
  readonly line: MemberLine
  readonly listed: MemberAnswers | undefined
  readonly findings: readonly Finding[]
  readonly isOpen: boolean
  readonly onConfirm: () => void
  readonly onEdit: () => void
  readonly onClose: () => void
  readonly onRemove: () => void
  readonly onBringBack: () => void
}

/** One person: who it is and how their answers stand; open, its questions. */
export function MemberCard(props: Props) {
  const { line, listed, findings, isOpen } = props
  const { visitDate } = useQuestionDesk()
  const words = useWords(surveyWords)
  const { age } = useWords(questionWords)
  const text = useText()
  const { id, member, standing } = line
  const name = member.name ?? (listed ? words.nameless : words.newPerson)
  const about = memberLine(member, visitDate, { text, age })
  const reason = REMOVAL_REASONS.find(({ key }) => key === member.removed)

  return (
    <section
      class={`entry entry-${standing}${isOpen ? ' entry-open' : ''}`}
      aria-labelledby={`members/${id}`}
    >
      <div class="entry-head">
        <h3 id={`members/${id}`} tabIndex={-1}>
          {name}
        </h3>
        {about && <p class="quiet">{about}</p>}
        {!isOpen && member.nik !== undefined && <p class="quiet">NIK {groupDigits(member.nik)}</p>}
        <p class="row">
          {standing === 'unsettled' && (
            <Badge tone="attention" icon={circleDashedIcon}>
              {words.unsettled}
            </Badge>
          )}
          {standing === 'present' && <EntrySigns findings={findings} />}
          {standing === 'present' && listed && isSame(listed, member) && (
            <Badge tone="neutral" icon={checkIcon}>
              {words.sameAsListed}
            </Badge>
          )}
          {standing === 'removed' && reason && <span class="strong">{text(reason.text)}</span>}
        </p>
      </div>
      {isOpen && standing === 'present' && <MemberQuestions id={id} />}
      <Acts {...props} name={name} />
    </section>
  )
}

function Acts({ line, isOpen, name, ...on }: Props & { name: string }) {
  const words = useWords(surveyWords)
  const whom = <span class="visually-hidden"> {name}</span>
  if (line.standing === 'removed') {
    return (
      <div class="survey-acts">
        <Button onClick={on.onBringBack}>
          {words.bringBack}
          {whom}
        </Button>
      </div>
    )
  }
  return (
    <div class="survey-acts">
      {line.standing === 'unsettled' && (
        <Button onClick={on.onConfirm}>
          {words.unchanged}
          {whom}
        </Button>
      )}
      {isOpen && line.standing === 'present' ? (
        <Button onClick={on.onClose}>
          {words.close}
          {whom}
        </Button>
      ) : (
        <Button onClick={on.onEdit}>
          {words.edit}
          {whom}
        </Button>
      )}
      <Button kind="bare" onClick={on.onRemove}>
        {words.remove}
        {whom}
      </Button>
    </div>
  )
}

function isSame(listed: MemberAnswers, member: MemberAnswers): boolean {
  return Object.entries(member).every(([field, answer]) =>
    sameAnswer(listed[field as keyof MemberAnswers] ?? null, answer),
  )
}
