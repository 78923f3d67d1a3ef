import { useRef, useState } from 'preact/hooks'
import type { AliasRequest, HouseholdsFound } from '../../../../shared/api/aliases.ts'
import type { ReviewDetail } from '../../../../shared/api/reviews.ts'
import { FAULTS, isFault, type Fault } from '../../../../shared/faults.ts'
import type { ChangeId, HouseholdId } from '../../../../shared/ids.ts'
import type { Api } from '../../../ports/api.ts'
import type { Ids } from '../../../ports/ids.ts'

export type SameDesk = {
  /** what is being asked about */
  readonly asking: AliasRequest['act'] | null
  readonly ask: (act: AliasRequest['act'] | null) => void
  readonly isBusy: boolean
  /** why the last word had no effect */
  readonly fault: Fault | null
  readonly find: (text: string) => Promise<HouseholdsFound | Fault>
  /** Says that the survey's household is the same as another one, or no more. */
  readonly give: (act: AliasRequest['act'], other: HouseholdId, reason: string) => Promise<void>
}

/** What a supervisor says about the household of the survey on the desk. */
export function useSameDesk(
  api: Api,
  ids: Pick<Ids, 'uuidv7'>,
  detail: ReviewDetail | null,
  onGiven: () => void,
): SameDesk {
  const [asking, setAsking] = useState<AliasRequest['act'] | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  // The answer may be lost on the way while the word took effect: the same one again keeps its id.
  const unanswered = useRef<{ readonly key: string; readonly id: ChangeId } | null>(null)

  return {
    asking,
    ask(act) {
      setFault(null)
      setAsking(act)
    },
    isBusy,
    fault,
    find: (text) =>
      detail
        ? api.findHouseholds(detail.survey.area.kelurahan, text)
        : Promise.resolve({ households: [], more: false }),
    async give(act, sameAs, reason) {
      if (!detail || isBusy) return
      const subject = detail.survey.household
      const key = JSON.stringify([act, subject, sameAs, reason])
      const id = unanswered.current?.key === key ? unanswered.current.id : (ids.uuidv7() as ChangeId)
      unanswered.current = { key, id }
      setBusy(true)
      setFault(null)
      const answer = await api.giveAlias({ id, kind: 'household', act, reason, subject, sameAs })
      setBusy(false)
      if (isFault(answer)) {
        if (!FAULTS[answer.fault].retry) unanswered.current = null
        setFault(answer)
        return
      }
      unanswered.current = null
      setAsking(null)
      onGiven()
    },
  }
}
