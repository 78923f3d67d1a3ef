import { useRef, useState } from 'preact/hooks'
import type { ReviewDetail } from '../../../../shared/api/reviews.ts'
import { FAULTS, isFault, type Fault } from '../../../../shared/faults.ts'
import type { ChangeId } from '../../../../shared/ids.ts'
import type { ReviewCommand } from '../../../../shared/review/command.ts'
import type { SurveyRecord } from '../../../../shared/sync/protocol.ts'
import type { Api } from '../../../ports/api.ts'
import type { Ids } from '../../../ports/ids.ts'

export type Commands = {
  /** what is on its way */
  readonly busy: ReviewCommand['kind'] | null
  /** why the last one did not take effect */
  readonly fault: Fault | null
  readonly setFault: (fault: Fault | null) => void
  /** Null where it did not take effect; `fault` says why. */
  readonly run: (
    survey: Pick<SurveyRecord, 'id' | 'version'>,
    command: ReviewCommand,
  ) => Promise<ReviewDetail | null>
}

/** A supervisor's commands, one at a time. */
export function useCommand(api: Api, ids: Pick<Ids, 'uuidv7'>): Commands {
  const [busy, setBusy] = useState<ReviewCommand['kind'] | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  // The answer may be lost on the way while the command took effect: the same one again keeps its id.
  const unanswered = useRef<{ readonly key: string; readonly id: ChangeId } | null>(null)
  const running = useRef(false)

  return {
    busy,
    fault,
    setFault,
    async run({ id: survey, version }, command) {
      if (running.current) return null
      running.current = true
      const key = JSON.stringify([survey, version, command])
      const id = unanswered.current?.key === key ? unanswered.current.id : (ids.uuidv7() as ChangeId)
      unanswered.current = { key, id }
      setBusy(command.kind)
      setFault(null)
      const answer = await api.commandReview(survey, { id, version, command })
      running.current = false
      setBusy(null)
      if (!isFault(answer)) {
        unanswered.current = null
        return answer
      }
      if (!FAULTS[answer.fault].retry) unanswered.current = null
      setFault(answer)
      return null
    },
  }
}
