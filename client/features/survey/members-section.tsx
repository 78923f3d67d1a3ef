import { useLayoutEffect, useState } from 'preact/hooks'
import type { Path } from '../../../shared/survey/path.ts'
import type { Edit, FieldWork } from '../../ports/field-work.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { useToast } from '../../ui/feedback/toasts.tsx'
import { usersIcon } from '../../ui/icons/lucide-late.ts'
import { plusIcon } from '../../ui/icons/lucide.ts'
import { useWords } from '../../ui/language/language.ts'
import { useStable } from '../../ui/use-stable.ts'
import { FamilyAid } from './family-aid.tsx'
import { FamilyBlock } from './family-block.tsx'
import { FamilyChoiceDialog } from './family-choice-dialog.tsx'
import { familyLines, isLastOf, joinFamilies, mayEnd, moveMember, type FamilyLines } from './family-edits.ts'
import { familyStart } from './family-start.ts'
import { MemberCard } from './member-card.tsx'
import {
  isBlank,
  isOnlyTakenOver,
  memberLines,
  newMember,
  takeOver,
  withdrawMember,
  type MemberLine,
} from './member-edits.ts'
import { nextOpenMember } from './next-member.ts'
import { RemovalDialog } from './removal-dialog.tsx'
import { useQuestionsOf } from './section-questions.tsx'
import { useUndoableAct } from './use-undoable-act.ts'
import { surveyWords } from './words.ts'

export type RosterProps = {
  readonly newId: () => string
  /** the entry that stands open */
  readonly entry: string | null
  /** opens an entry, or closes all, and moves the focus: what was pressed may be gone */
  readonly onOpen: (entry: string | null, focus: Path) => void
}

type Props = RosterProps & { readonly work: Pick<FieldWork, 'households' | 'lookAlikes'> }

/** What a dialog is open for. */
type Asking =
  | { readonly kind: 'removal'; readonly line: MemberLine }
  | { readonly kind: 'move'; readonly line: MemberLine }
  | { readonly kind: 'join'; readonly family: FamilyLines }

/** Who lives here, by family: the listed people to be settled one by one, and those that the visit finds. */
export function MembersSection({ work, newId, entry, onOpen }: Props) {
  const desk = useQuestionDesk()
  const words = useWords(surveyWords)
  const toast = useToast()
  const [newFamily, setNewFamily] = useState(newId)
  const [asking, setAsking] = useState<Asking | null>(null)
  const { document, record, findings } = desk
  const { known } = record
  const lines = memberLines(document, known)
  const shown = familyLines(document, known)
  const isSpareTaken = shown.some(({ id }) => id === newFamily)
  // Whatever made a family of it, somebody in it or its card's number: the next family needs an id of its own.
  useLayoutEffect(() => {
    if (isSpareTaken) setNewFamily(newId())
  }, [isSpareTaken, newId])
  const families = shown.length > 0 ? shown : [blankFamily(newFamily)]
  const standing = families.filter(({ family, isInhabited }) => isInhabited || family.removed === undefined)
  const isOneOfSeveral = standing.length > 1
  const unsettled = lines.filter((line) => line.standing === 'unsettled').length
  const asksAid = useQuestionsOf('members', isAid).length > 0

  const undoable = useUndoableAct(useStable((back) => onOpen(entry, back)))
  /** An act that is rare and moves a lot can be taken back for a while. */
  const act = (edits: readonly Edit[], said: string, focus: Path, back = focus) => {
    undoable(edits, said, back)
    onOpen(null, focus)
  }
  const confirm = ({ id }: MemberLine) => {
    desk.choose(takeOver(id, document, known))
    onOpen(entry, `members/${id}`)
  }
  const edit = ({ id, standing: stands }: MemberLine) => {
    if (stands === 'unsettled') desk.choose(takeOver(id, document, known))
    onOpen(id, `members/${id}`)
  }
  const done = ({ id }: MemberLine) => {
    const next = nextOpenMember(lines, id, findings)
    if (next === null) onOpen(null, `members/${id}`)
    else if (next.standing === 'unsettled') onOpen(null, `members/${next.id}`)
    else onOpen(next.id, `members/${next.id}`)
  }
  const remove = (line: MemberLine, reason: string) => {
    const edits = [{ path: `members/${line.id}/removed`, to: reason }]
    act(edits, words.wasRemoved(nameOf(line)), `members/${line.id}`)
  }
  const withdraw = ({ id }: MemberLine) =>
    act(withdrawMember(id, document), words.newPersonIsGone, 'members', `members/${id}`)
  const unsettle = (line: MemberLine) =>
    act(withdrawMember(line.id, document), words.isUnsettledAgain(nameOf(line)), `members/${line.id}`)
  const bringBack = ({ id, member }: MemberLine) => {
    const start = member.family === undefined ? [] : familyStart(member.family, document, known)
    desk.choose([{ path: `members/${id}/removed`, to: null }, ...start])
    onOpen(entry, `members/${id}`)
  }
  const addTo = (family: string) => {
    const id = newId()
    desk.choose(newMember(id, family, document, known))
    onOpen(id, `members/${id}/name`)
  }
  const move = (line: MemberLine, to: string) => {
    setAsking(null)
    act(moveMember(line.id, to, document, known), words.wasMoved(nameOf(line)), `members/${line.id}`)
  }
  const join = (from: FamilyLines, into: string) => {
    setAsking(null)
    const edits = joinFamilies(from.id, into, document, known)
    act(edits, words.wasJoined(titleOf(from)), `families/${into}`, `families/${from.id}`)
  }
  const removeFamily = ({ id, lines: people }: FamilyLines) => {
    const edits = [{ path: `families/${id}/removed`, to: people.length > 0 ? 'kosong' : 'salah' }]
    act(edits, words.familyWasRemoved, 'members', `families/${id}`)
  }

  const nameOf = ({ member }: MemberLine) => member.name ?? words.nameless
  const titleOf = ({ name }: FamilyLines) =>
    name === undefined ? words.familyOfNobody : words.familyOf(name)
  const choiceOf = (family: FamilyLines) => ({
    value: family.id,
    label: titleOf(family),
    hint: words.kkAndPeople(family.family.kk?.slice(-4), peopleCount(family)),
  })
  const othersThan = (id: string) => standing.filter((family) => family.id !== id).map(choiceOf)
  const placesFor = ({ id }: MemberLine) =>
    families
      .filter(({ lines: people }) => people.some((line) => line.id === id))
      .flatMap((from) => [
        ...othersThan(from.id),
        ...(isLastOf(from, id) ? [] : [{ value: newFamily, label: words.newFamily }]),
      ])

  return (
    <>
      {unsettled > 0 && <Notice tone="info">{words.unsettledCount(unsettled)}</Notice>}
      <div class="stack-wide" id="members" tabIndex={-1}>
        {families.map((family) => (
          <FamilyBlock
            key={family.id}
            family={family}
            isOneOfSeveral={isOneOfSeveral}
            onJoin={() =>
              mayEnd(family) ? setAsking({ kind: 'join', family }) : toast({ text: words.settleFirst })
            }
            onRemove={() => removeFamily(family)}
            onBringBack={() =>
              act(
                [{ path: `families/${family.id}/removed`, to: null }],
                words.familyIsBack,
                `families/${family.id}`,
              )
            }
          >
            {asksAid && family.lines.some(({ standing: stands }) => stands === 'present') && (
              <FamilyAid
                family={family.id}
                findings={findings.filter(({ path }) => path === `families/${family.id}/aid`)}
                isOpen={entry === family.id}
                onToggle={() =>
                  entry === family.id
                    ? onOpen(null, `families/${family.id}/aid-card`)
                    : onOpen(family.id, `families/${family.id}/aid-card`)
                }
              />
            )}
            {family.lines.length === 0 && !isOneOfSeveral && (
              <EmptyState icon={usersIcon} title={words.noMembers}>
                {words.noMembersText}
              </EmptyState>
            )}
            {family.lines.map((line) => (
              <MemberCard
                key={line.id}
                line={line}
                work={work}
                listed={known.members[line.id]}
                findings={findings.filter(({ path }) => path.startsWith(`members/${line.id}/`))}
                isOpen={entry === line.id}
                shared={words.sharedBy(family.family.kk?.slice(-4), family.name)}
                hasNext={nextOpenMember(lines, line.id, findings) !== null}
                onConfirm={() => confirm(line)}
                onEdit={() => edit(line)}
                onClose={() => onOpen(null, `members/${line.id}`)}
                onDone={() => done(line)}
                onMove={placesFor(line).length > 0 ? () => setAsking({ kind: 'move', line }) : null}
                onRemove={() =>
                  isBlank(line.id, document, known) ? withdraw(line) : setAsking({ kind: 'removal', line })
                }
                onUnsettle={isOnlyTakenOver(line.id, document, known) ? () => unsettle(line) : null}
                onBringBack={() => bringBack(line)}
              />
            ))}
            {(family.family.removed === undefined || family.isInhabited) && (
              <Button wide icon={plusIcon} onClick={() => addTo(family.id)}>
                {words.addMember}
                {isOneOfSeveral && <span class="visually-hidden"> {titleOf(family)}</span>}
              </Button>
            )}
          </FamilyBlock>
        ))}
        {lines.length > 0 && (
          <div>
            <Button kind="bare" icon={plusIcon} onClick={() => addTo(newFamily)}>
              {words.addFamily}
            </Button>
          </div>
        )}
      </div>
      <RemovalDialog
        name={asking?.kind === 'removal' ? nameOf(asking.line) : null}
        onClose={() => setAsking(null)}
        onRemove={(reason) => {
          setAsking(null)
          if (asking?.kind === 'removal') remove(asking.line, reason)
        }}
      />
      <FamilyChoiceDialog
        isOpen={asking?.kind === 'move'}
        title={asking?.kind === 'move' ? words.moveWhom(nameOf(asking.line)) : ''}
        act={words.moveAct}
        note={words.moveNote}
        options={asking?.kind === 'move' ? placesFor(asking.line) : []}
        onClose={() => setAsking(null)}
        onChoose={(to) => asking?.kind === 'move' && move(asking.line, to)}
      />
      <FamilyChoiceDialog
        isOpen={asking?.kind === 'join'}
        title={asking?.kind === 'join' ? words.joinWhom(titleOf(asking.family)) : ''}
        act={words.joinAct}
        note={words.joinNote}
        options={asking?.kind === 'join' ? othersThan(asking.family.id) : []}
        onClose={() => setAsking(null)}
        onChoose={(into) => asking?.kind === 'join' && join(asking.family, into)}
      />
    </>
  )
}

/** Where nobody is known yet, one family stands ready for the number of its card. */
function blankFamily(id: string): FamilyLines {
  return { id, family: {}, lines: [], isInhabited: false, name: undefined }
}

function peopleCount({ lines }: FamilyLines): number {
  return lines.filter(({ standing }) => standing !== 'removed').length
}

const isAid = (path: Path) => path === 'families/*/aid'
