import { useState } from 'preact/hooks'
import { entriesOf, type FamilyAnswers, type Roster } from '../../../shared/survey/document.ts'
import type { Finding } from '../../../shared/survey/findings.ts'
import type { Path } from '../../../shared/survey/path.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { QuestionField } from '../../questions/question-field.tsx'
import { Button } from '../../ui/buttons/button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { plusIcon, usersIcon } from '../../ui/icons/lucide.ts'
import { useWords } from '../../ui/language/language.ts'
import { MemberCard } from './member-card.tsx'
import { firstFamily, memberLines, newMember, takeOver, type MemberLine } from './member-edits.ts'
import { RemovalDialog } from './removal-dialog.tsx'
import { surveyWords } from './words.ts'

export type RosterProps = {
  readonly newId: () => string
  readonly findings: readonly Finding[]
  /** the entry that stands open */
  readonly entry: string | null
  /** opens an entry, or closes all, and moves the focus: what was pressed may be gone */
  readonly onOpen: (entry: string | null, focus: Path) => void
}

/** Who lives here: the listed people to be settled one by one, and those that the visit finds. */
export function MembersSection({ newId, findings, entry, onOpen }: RosterProps) {
  const desk = useQuestionDesk()
  const words = useWords(surveyWords)
  const [newFamily] = useState(newId)
  const [leaving, setLeaving] = useState<MemberLine | null>(null)
  const { document, record } = desk
  const { known } = record
  const lines = memberLines(document, known)
  const unsettled = lines.filter(({ standing }) => standing === 'unsettled').length

  const confirm = ({ id }: MemberLine) => {
    desk.choose(takeOver(id, document, known))
    onOpen(entry, `members/${id}`)
  }
  const edit = ({ id, standing }: MemberLine) => {
    if (standing === 'unsettled') desk.choose(takeOver(id, document, known))
    onOpen(id, `members/${id}`)
  }
  const remove = ({ id }: MemberLine, reason: string | null) => {
    setLeaving(null)
    desk.choose([{ path: `members/${id}/removed`, to: reason }])
    onOpen(entry === id ? null : entry, `members/${id}`)
  }
  const add = () => {
    const id = newId()
    desk.choose(newMember(id, firstFamily(document, known) ?? newFamily, document, known))
    onOpen(id, `members/${id}/name`)
  }

  return (
    <>
      <FamilyCards lines={lines} newFamily={newFamily} />
      {unsettled > 0 && <Notice tone="info">{words.unsettledCount(unsettled)}</Notice>}
      <div class="stack" id="members" tabIndex={-1}>
        {lines.length === 0 && (
          <EmptyState icon={usersIcon} title={words.noMembers}>
            {words.noMembersText}
          </EmptyState>
        )}
        {lines.map((line) => (
          <MemberCard
            key={line.id}
            line={line}
            listed={known.members[line.id]}
            findings={findings.filter(({ path }) => path.startsWith(`members/${line.id}/`))}
            isOpen={entry === line.id}
            onConfirm={() => confirm(line)}
            onEdit={() => edit(line)}
            onClose={() => onOpen(null, `members/${line.id}`)}
            onRemove={() => (isBlank(line) ? remove(line, 'salah') : setLeaving(line))}
            onBringBack={() => remove(line, null)}
          />
        ))}
        <Button wide icon={plusIcon} onClick={add}>
          {words.addMember}
        </Button>
      </div>
      <RemovalDialog
        name={leaving && (leaving.member.name ?? words.nameless)}
        onClose={() => setLeaving(null)}
        onRemove={(reason) => leaving && remove(leaving, reason)}
      />
    </>
  )
}

/** The number of each family card in the house; where there are several, with whose it is. */
function FamilyCards({ lines, newFamily }: { lines: readonly MemberLine[]; newFamily: string }) {
  const { document, record } = useQuestionDesk()
  const words = useWords(surveyWords)
  const families: Roster<FamilyAnswers> = { ...record.known.families, ...document.families }
  const ids = entriesOf(families).map(([id]) => id)
  const headOf = (family: string) => {
    const own = lines.filter(({ member, standing }) => member.family === family && standing !== 'removed')
    const head = own.find(({ member }) => member.relationship === 'kepala') ?? own[0]
    return head?.member.name
  }
  return (
    <>
      {(ids.length > 0 ? ids : [newFamily]).map((family) => {
        const head = ids.length > 1 ? headOf(family) : undefined
        return (
          <QuestionField
            key={family}
            path={`families/${family}/kk`}
            label={head === undefined ? undefined : words.kkOf(head)}
          />
        )
      })}
    </>
  )
}

/** Added by mistake and never filled in: nobody needs to be asked why it goes. */
function isBlank({ member, standing }: MemberLine): boolean {
  return standing === 'present' && member.name === undefined && member.nik === undefined
}
