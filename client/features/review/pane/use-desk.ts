import { useContext, useEffect, useMemo, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { ReviewDetail } from '../../../../shared/api/reviews.ts'
import { fault, FAULTS, isFault } from '../../../../shared/faults.ts'
import type { ChangeId, SurveyId } from '../../../../shared/ids.ts'
import { jakartaDate } from '../../../../shared/period.ts'
import type { ReviewCommand } from '../../../../shared/review/command.ts'
import { statusAfter } from '../../../../shared/review/status.ts'
import { EMPTY_DOCUMENT, nameOf } from '../../../../shared/survey/document.ts'
import { visitDateOf } from '../../../../shared/survey/visit-date.ts'
import { findingsOf, isComplete, type Finding } from '../../../../shared/review/findings.ts'
import type { Api } from '../../../ports/api.ts'
import type { Clock } from '../../../ports/clock.ts'
import type { Ids } from '../../../ports/ids.ts'
import { ToastContext } from '../../../ui/feedback/toasts.tsx'
import { useText, useWords } from '../../../ui/language/language.ts'
import { useLoaded, type Loading } from '../../../ui/loading/use-loaded.ts'
import { paths } from '../../../ui/paths.ts'
import { nextAfter } from '../queue/queue-filter.ts'
import type { Queue } from '../queue/use-queue.ts'
import { decisionWords, paneWords } from './pane-words.ts'
import type { ReasonedCommand } from './reason-dialog.tsx'
import { useSameDesk, type SameDesk } from './use-same-desk.ts'
import { useCommand, type Commands } from './use-command.ts'

export type Desk = {
  readonly loading: Loading<ReviewDetail | null>
  /** null where none is open or read yet */
  readonly detail: ReviewDetail | null
  /** the household's name, for the heading */
  readonly name: string
  readonly findings: readonly Finding[]
  /** `YYYY-MM-DD` in Jakarta */
  readonly today: string
  readonly commands: Commands
  /** the reason that is being asked for */
  readonly asking: ReasonedCommand | null
  readonly reason: string
  readonly setReason: (reason: string) => void
  readonly ask: (command: ReasonedCommand | null) => void
  readonly approve: () => void
  readonly giveReason: (command: ReasonedCommand, reason: string) => void
  readonly reopen: () => void
  /** Looks again at what changed meanwhile, in the queue too. */
  readonly lookAgain: () => void
  readonly same: SameDesk
  readonly take: (group: string, take: 'current' | 'offered') => void
}

type Parts = {
  readonly api: Api
  readonly clock: Clock
  readonly ids: Pick<Ids, 'uuidv7'>
  readonly queue: Queue
  readonly survey: SurveyId | undefined
}

/** The survey on the supervisor's desk and what can be done with it; a decision leads on to the next one. */
export function useDesk({ api, clock, ids, queue, survey }: Parts): Desk {
  const words = useWords(decisionWords)
  const nameless = useWords(paneWords).nameless
  const text = useText()
  const toasts = useContext(ToastContext)
  const { route } = useLocation()
  const loading = useLoaded<ReviewDetail | null>(
    () => (survey ? api.review(survey) : Promise.resolve(null)),
    survey ?? '',
  )
  const commands = useCommand(api, ids)
  const [asking, setAsking] = useState<ReasonedCommand | null>(null)
  // Kept by survey, so that a look at another one loses no word.
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const detail = loading.state.kind === 'ready' ? loading.state.value : null
  const today = jakartaDate(clock.now())
  const findings = useMemo(() => (detail ? findingsFor(detail, today) : []), [detail, today])
  const name = detail ? nameOf(detail.survey.document, detail.known?.known) || nameless : nameless
  const same = useSameDesk(api, ids, detail, () => void loading.reload())
  const { setFault } = commands

  useEffect(() => {
    setFault(null)
    setAsking(null)
  }, [survey, setFault])

  // Both stand at the lower edge: why something was refused counts for more than what was done before.
  useEffect(() => {
    if (commands.fault) toasts.clear()
  }, [commands.fault, toasts])

  async function command(wanted: ReviewCommand): Promise<ReviewDetail | null> {
    if (!detail) return null
    const answer = await commands.run(detail.survey, wanted)
    if (!answer) return null
    loading.replace(answer)
    queue.note(detail.survey.status, answer)
    return answer
  }

  async function decide(wanted: ReviewCommand, said: string): Promise<void> {
    const next = queue.value && survey ? nextAfter(queue.value, survey) : null
    const answer = await command(wanted)
    if (!answer) return
    setAsking(null)
    const isUndoable = statusAfter(answer.survey.status, 'reopen') !== null
    toasts.show({
      text: said,
      ...(isUndoable && { action: { label: words.undo, run: () => void undo(answer) } }),
    })
    route(next ? paths.review(next) : paths.reviews)
  }

  async function undo({ survey: { id, version } }: ReviewDetail): Promise<void> {
    const request = { id: ids.uuidv7() as ChangeId, version, command: { kind: 'reopen' as const } }
    const answer = await api.commandReview(id, request)
    if (isFault(answer)) toasts.show({ text: text(FAULTS[answer.fault].text) })
    void queue.loading.reload()
    route(paths.review(id))
  }

  function approve(): void {
    if (!detail || statusAfter(detail.survey.status, 'approve') === null) return
    const hindrance = hindranceOf(detail, findings)
    if (hindrance) {
      setFault(fault(hindrance.fault))
      document.getElementById(hindrance.element)?.scrollIntoView({ block: 'center' })
    } else void decide({ kind: 'approve' }, words.approved(name))
  }

  return {
    loading,
    detail,
    name,
    findings,
    today,
    commands,
    same,
    asking,
    reason: reasons[survey ?? ''] ?? '',
    setReason: (reason) => setReasons((last) => ({ ...last, [survey ?? '']: reason })),
    ask(wanted) {
      if (wanted && (!detail || statusAfter(detail.survey.status, wanted) === null)) return
      setFault(null)
      setAsking(wanted)
    },
    approve,
    giveReason: (wanted, reason) =>
      void decide(
        { kind: wanted, reason },
        wanted === 'return' ? words.returned(name) : words.rejected(name),
      ),
    reopen: () => void command({ kind: 'reopen' }),
    lookAgain() {
      setFault(null)
      void loading.reload()
      void queue.loading.reload()
    },
    take: (group, take) => void command({ kind: 'resolve', group, take }),
  }
}

/** By the same checks as at the server. */
function findingsFor({ survey, known }: ReviewDetail, today: string): readonly Finding[] {
  const visitDate = visitDateOf(survey.document, today)
  return findingsOf(survey.document, known?.known ?? EMPTY_DOCUMENT, visitDate)
}

/** What the server would refuse an approval for, told at once, and where it stands on the page. */
function hindranceOf(detail: ReviewDetail, findings: readonly Finding[]) {
  if (detail.conflicts.length > 0) return { fault: 'open-conflict', element: 'review-conflicts' } as const
  return isComplete(findings) ? null : ({ fault: 'survey-incomplete', element: 'review-incomplete' } as const)
}
