import { useState } from 'preact/hooks'
import type { MemberAnswers } from '../../../shared/survey/document.ts'
import { alikeness, likenessOf } from '../../fieldwork/look-alikes/alike.ts'
import { createNameFolder } from '../../fieldwork/look-alikes/fold-name.ts'
import type { FieldWork, LookAlike } from '../../ports/field-work.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { ButtonLink } from '../../ui/buttons/button.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { triangleAlertIcon } from '../../ui/icons/lucide.ts'
import { neighbourhoodText } from '../../ui/language/area-text.ts'
import { useWords } from '../../ui/language/language.ts'
import { paths } from '../../ui/paths.ts'
import { memberLines } from './member-edits.ts'
import { surveyWords } from './words.ts'
import './look-alikes.css'

type Props = {
  /** the member that is being recorded */
  readonly id: string
  readonly work: Pick<FieldWork, 'lookAlikes'>
  /** the field below which they stand: those who share the NIK stand below the NIK, the others below the name */
  readonly below: 'name' | 'nik'
}

/** Who may be the same person, in this house or another one of the area: said while typing, blocking nothing. */
export function LookAlikes({ id, work, below }: Props) {
  const { document, record } = useQuestionDesk()
  const words = useWords(surveyWords)
  const [foldName] = useState(createNameFolder)
  const member = document.members[id] ?? {}
  const { name, nik, birthDate, sex } = member
  const others = work
    .lookAlikes({ household: record.id, name, nik, birthDate, sex })
    .filter((other) => (nik !== undefined && other.nik === nik) === (below === 'nik'))
  const own = likenessOf(member, foldName)
  const here = memberLines(document, record.known).filter(
    (line) =>
      // A NIK twice in one house is an error, and said by its check.
      below === 'name' &&
      line.id !== id &&
      line.standing !== 'removed' &&
      alikeness({ ...own, nik: null }, likenessOf(line.member, foldName)) > 0,
  )
  return (
    <div class="look-alikes" role="status">
      {others.length + here.length > 0 && (
        <>
          <p class="look-alikes-title">
            <Icon shape={triangleAlertIcon} />
            <span>{words.maybeSame}</span>
          </p>
          <ul>
            {here.map((line) => (
              <li key={line.id}>
                <LookAlikeText member={line.member} where={words.inThisHouse} />
              </li>
            ))}
            {others.map((other) => (
              <li key={other.member}>
                <LookAlikeText member={known(other)} where={neighbourhoodText(other.area)} />
                <ButtonLink kind="bare" href={paths.household(other.household)}>
                  {words.look}
                  <span class="visually-hidden"> {other.name}</span>
                </ButtonLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function LookAlikeText({ member, where }: { member: MemberAnswers; where: string }) {
  const words = useWords(surveyWords)
  const { name, birthDate } = member
  return (
    <span>
      <span class="strong">{name ?? words.nameless}</span>
      {[where, birthDate && words.bornIn(birthDate.slice(0, 4))].filter(Boolean).map((part) => `, ${part}`)}
    </span>
  )
}

function known({ name, birthDate }: LookAlike): MemberAnswers {
  return { name, ...(birthDate === null ? {} : { birthDate }) }
}
