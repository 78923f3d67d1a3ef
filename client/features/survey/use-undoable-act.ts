import type { Path } from '../../../shared/survey/path.ts'
import type { Edit } from '../../ports/field-work.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { useToast } from '../../ui/feedback/toasts.tsx'
import { useWords } from '../../ui/language/language.ts'
import { undoOf } from './family-edits.ts'
import { surveyWords } from './words.ts'

/**
 * Saves edits and offers to take them back for a while: the former answers return exactly.
 * @param said in a few words: they lie over the page
 * @param back where the focus goes once they are undone
 */
export type UndoableAct = (edits: readonly Edit[], said: string, back: Path) => void

/** @param onUndone moves the focus: the button that was pressed is gone; the same function each time */
export function useUndoableAct(onUndone: (back: Path) => void): UndoableAct {
  const desk = useQuestionDesk()
  const words = useWords(surveyWords)
  const toast = useToast()
  return (edits, said, back) => {
    const undo = undoOf(edits, desk.document)
    const run = () => {
      desk.choose(undo)
      onUndone(back)
    }
    desk.choose(edits)
    toast({ text: said, action: { label: words.undo, run } })
  }
}
