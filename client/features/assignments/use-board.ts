import { useState } from 'preact/hooks'
import type { Assignment, AssignmentBoard, NewAssignment } from '../../../shared/api/assignments.ts'
import { isFault, type Fault } from '../../../shared/faults.ts'
import type { Api } from '../../ports/api.ts'
import { useToast } from '../../ui/feedback/toasts.tsx'
import { useWords } from '../../ui/language/language.ts'
import { useLoaded, type Loading } from '../../ui/loading/use-loaded.ts'
import { withAssignment, withoutAssignment, type Person } from './holdings.ts'
import { useAreaName } from './use-area-name.ts'
import { assignmentWords } from './words.ts'

export type Board = {
  readonly loading: Loading<AssignmentBoard>
  readonly isBusy: boolean
  /** why the last act did not take effect */
  readonly fault: Fault | null
  readonly clearFault: () => void
  /** Gives an area and offers to undo it; false where it did not take effect. */
  readonly give: (wanted: NewAssignment, person: Person) => Promise<boolean>
  /** Takes an area back at once and offers to undo it. */
  readonly take: (held: Assignment, person: Person) => Promise<void>
}

/** The board of areas: what is given or taken shows once the server has it. */
export function useBoard(api: Api): Board {
  const words = useWords(assignmentWords)
  const areaName = useAreaName()
  const toast = useToast()
  const loading = useLoaded(() => api.assignments(), 'assignments')
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)

  async function run<Answer>(call: () => Promise<Answer | Fault>): Promise<Answer | Fault> {
    setBusy(true)
    setFault(null)
    const answer = await call()
    setBusy(false)
    if (isFault(answer)) setFault(answer)
    return answer
  }

  async function give(wanted: NewAssignment, person: Person): Promise<boolean> {
    const given = await run(() => api.assign(wanted))
    if (isFault(given)) return false
    loading.update((board) => withAssignment(board, given))
    toast({
      text: words.given(areaName(given), person.name),
      action: { label: words.undo, run: () => void take(given, person) },
    })
    return true
  }

  async function take(held: Assignment, person: Person): Promise<void> {
    const answer = await run(() => api.unassign(held.id))
    // Somebody else took it meanwhile: then it is gone as wanted.
    if (isFault(answer) && answer.fault !== 'not-found') return
    setFault(null)
    loading.update((board) => withoutAssignment(board, held.id))
    const { account, kelurahan, rw } = held
    toast({
      text: words.taken(areaName(held), person.name),
      action: { label: words.undo, run: () => void give({ account, kelurahan, rw }, person) },
    })
  }

  return { loading, isBusy, fault, clearFault: () => setFault(null), give, take }
}
