import type { MemberAnswers } from '../../../shared/survey/document.ts'
import { entriesOf } from '../../../shared/survey/document.ts'
import type { Finding } from '../../../shared/review/findings.ts'
import { sameAnswer } from '../../../shared/survey/path.ts'
import { REMOVAL_REASONS } from '../../../shared/survey/sections/members.ts'
import type { FieldWork } from '../../ports/field-work.ts'
import { memberLine } from '../../questions/member-line.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { questionWords } from '../../questions/words.ts'
import { Badge } from '../../ui/feedback/badge.tsx'
import { groupDigits } from '../../ui/fields/digit-groups.ts'
import { flagIcon } from '../../ui/icons/lucide-late.ts'
import { circleDashedIcon, checkIcon } from '../../ui/icons/lucide.ts'
import { useText, useWords } from '../../ui/language/language.ts'
import { EntrySigns } from './entry-signs.tsx'
import { MemberActs, type MemberActions } from './member-acts.tsx'
import type { MemberLine } from './member-edits.ts'
import { MemberQuestions } from './member-questions.tsx'
import { surveyWords } from './words.ts'

type Props = MemberActions & {
  readonly line: MemberLine
  readonly work: Pick<FieldWork, 'households' | 'lookAlikes'>
  readonly listed: MemberAnswers | undefined
  /** of this member */
  readonly findings: readonly Finding[]
  readonly isOpen: boolean
  /** what the member shares with others by standing with them: the card's number, whose family, the address */
  readonly shared: string
  readonly hasNext: boolean
}

/** One person: who it is and how their answers stand, opened by one tap; open, its questions. */
export function MemberCard(props: Props) {
  const { line, listed, findings, isOpen, shared } = props
  const { visitDate } = useQuestionDesk()
  const words = useWords(surveyWords)
  const { age } = useWords(questionWords)
  const text = useText()
  const { id, member, standing } = line
  const name = member.name ?? (listed ? words.nameless : words.newPerson)
  const about = memberLine(member, visitDate, { text, age })
  const showsQuestions = isOpen && standing === 'present'

  return (
    <section
      class={`entry entry-${standing}${showsQuestions ? ' entry-open' : ''}`}
      aria-labelledby={`members/${id}`}
    >
      <div class="entry-head">
        <h3>
          {standing === 'present' ? (
            <button
              type="button"
              id={`members/${id}`}
              class="entry-name"
              aria-expanded={isOpen}
              onClick={isOpen ? props.onClose : props.onEdit}
            >
              {name}
            </button>
          ) : (
            <span id={`members/${id}`} tabIndex={-1}>
              {name}
            </span>
          )}
        </h3>
        {about && <p class="quiet">{about}</p>}
        {showsQuestions && <p class="quiet">{shared}</p>}
        {standing === 'unsettled' && member.nik !== undefined && (
          <p class="quiet">NIK {groupDigits(member.nik)}</p>
        )}
        <MemberSigns {...{ line, listed, findings }} />
      </div>
      {showsQuestions ? (
        <MemberQuestions id={id} work={props.work}>
          <MemberActs {...props} name={name} />
        </MemberQuestions>
      ) : (
        <MemberActs {...props} name={name} />
      )}
    </section>
  )
}

function MemberSigns({ line, listed, findings }: Pick<Props, 'line' | 'listed' | 'findings'>) {
  const { document } = useQuestionDesk()
  const words = useWords(surveyWords)
  const text = useText()
  const { id, member, standing } = line
  if (standing === 'removed') {
    const reason = REMOVAL_REASONS.find(({ key }) => key === member.removed)
    return <p class="row">{reason && <span class="strong">{text(reason.text)}</span>}</p>
  }
  if (standing === 'unsettled') {
    return (
      <p class="row">
        <Badge tone="attention" icon={circleDashedIcon}>
          {words.unsettled}
        </Badge>
      </p>
    )
  }
  const problems = entriesOf(document.problems).filter(
    ([, { subject, code }]) => subject === `member:${id}` && code !== undefined,
  )
  return (
    <p class="row">
      <EntrySigns findings={findings} />
      {problems.length > 0 && (
        <Badge tone="neutral" icon={flagIcon}>
          {words.problemCount(problems.length)}
        </Badge>
      )}
      {listed && isSame(listed, member) && (
        <Badge tone="neutral" icon={checkIcon}>
          {words.sameAsListed}
        </Badge>
      )}
    </p>
  )
}

function isSame(listed: MemberAnswers, member: MemberAnswers): boolean {
  return Object.entries(member).every(([field, answer]) =>
    sameAnswer(listed[field as keyof MemberAnswers] ?? null, answer),
  )
}
