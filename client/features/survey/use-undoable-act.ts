import { useRef } from 'preact/hooks'
import type { Edit } from '../../ports/field-work.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { useToast } from '../../ui/feedback/toasts.tsx'
import { useWords } from '../../ui/language/language.ts'
import { undoOf } from './family-edits.ts'
import { surveyWords } from './words.ts'

/** Saves edits and offers to take them back for a while: the former answers return exactly. */
export type UndoableAct = (edits: readonly Edit[], said: string) => void

export function useUndoableAct(): UndoableAct {
  const desk = useQuestionDesk()
  const words = useWords(surveyWords)
  const toast = useToast()
  const latest = useRef(desk)
  latest.current = desk
  return (edits, said) => {
    const undo = undoOf(edits, desk.document)
    desk.choose(edits)
    toast({ text: said, action: { label: words.undo, run: () => latest.current.choose(undo) } })
  }
}
