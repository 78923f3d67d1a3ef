import { Button } from '../../ui/buttons/button.tsx'
import { useWords } from '../../ui/language/language.ts'
import type { MemberLine } from './member-edits.ts'
import { surveyWords } from './words.ts'

export type MemberActions = {
  /** the listed answers are taken over as they are */
  readonly onConfirm: () => void
  readonly onEdit: () => void
  readonly onClose: () => void
  /** closes, and goes on to the next member with something open */
  readonly onDone: () => void
  /** null where there is no other family to go to */
  readonly onMove: (() => void) | null
  readonly onRemove: () => void
  /** null where more was said of them than that they are as listed */
  readonly onUnsettle: (() => void) | null
  readonly onBringBack: () => void
}

type Props = MemberActions & {
  readonly line: MemberLine
  readonly isOpen: boolean
  readonly hasNext: boolean
  readonly name: string
}

/** What can be done with a member; nothing but opening where the card is settled and closed. */
export function MemberActs({ line, isOpen, hasNext, name, ...on }: Props) {
  const words = useWords(surveyWords)
  const whom = <span class="visually-hidden"> {name}</span>
  // Keyed: a button that comes in the place of another is no second press of it.
  switch (line.standing) {
    case 'removed':
      return (
        <div key="removed" class="survey-acts">
          <Button onClick={on.onBringBack}>
            {words.bringBack}
            {whom}
          </Button>
        </div>
      )
    case 'unsettled':
      return (
        <div key="unsettled" class="survey-acts">
          <Button onClick={on.onConfirm}>
            {words.unchanged}
            {whom}
          </Button>
          <Button onClick={on.onEdit}>
            {words.edit}
            {whom}
          </Button>
          <Button kind="bare" onClick={on.onRemove}>
            {words.remove}
            {whom}
          </Button>
        </div>
      )
    case 'present':
      if (!isOpen) return null
      return (
        <>
          <Button wide onClick={on.onDone}>
            {hasNext ? words.doneNext : words.finish}
            {whom}
          </Button>
          <div class="survey-acts">
            {on.onMove && (
              <Button kind="bare" onClick={on.onMove}>
                {words.moveMember}
                {whom}
              </Button>
            )}
            {on.onUnsettle && (
              <Button kind="bare" onClick={on.onUnsettle}>
                {words.unsettle}
                {whom}
              </Button>
            )}
            <Button kind="bare" onClick={on.onRemove}>
              {words.remove}
              {whom}
            </Button>
          </div>
        </>
      )
  }
}
