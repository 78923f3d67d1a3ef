import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { SurveyId } from '../../../shared/ids.ts'
import type { Api } from '../../ports/api.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'
import { useIsWide } from '../../ui/layout/use-is-wide.ts'
import { paths } from '../../ui/paths.ts'
import { HeldScreen } from './held/held-screen.tsx'
import { LostPhones } from './lost-phones/lost-phones.tsx'
import { DecisionBar } from './pane/decision-bar.tsx'
import { ReasonDialog } from './pane/reason-dialog.tsx'
import { SameDialog } from './pane/same-dialog.tsx'
import { NarrowSurvey, WideSurvey } from './pane/survey-views.tsx'
import { useDesk } from './pane/use-desk.ts'
import { useKeys } from './pane/use-keys.ts'
import { neighbourOf, type QueueFilter } from './queue/queue-filter.ts'
import { QueueFilters } from './queue/queue-head.tsx'
import { QueueList } from './queue/queue-list.tsx'
import { NothingOpen, QueueScreen } from './queue/queue-screen.tsx'
import { useQueue } from './queue/use-queue.ts'
import { RescueButton } from './rescue/rescue-button.tsx'
import './reviews.css'

type Props = {
  readonly api: Api
  readonly clock: Clock
  /** names commands, so that one sent twice takes effect once */
  readonly ids: Pick<Ids, 'uuidv7'>
  /** where the list of what is held leads back to */
  readonly back: string
}

/** The supervisor's queue with the survey taken from it, or what is held in quarantine. */
export function ReviewsScreen(props: Props) {
  const { survey, held } = useRoute().params
  const isHeld = useLocation().path.startsWith(paths.held)
  if (!isHeld) return <ReviewDesk {...props} survey={survey as SurveyId | undefined} />
  return <HeldScreen api={props.api} clock={props.clock} held={held} back={props.back} />
}

/** Side by side on a desk, one after the other on a phone. */
function ReviewDesk({ api, clock, ids, survey }: Props & { readonly survey: SurveyId | undefined }) {
  const { route } = useLocation()
  const isWide = useIsWide()
  const [filter, setFilter] = useState<QueueFilter>('waiting')
  const queue = useQueue(api, clock, filter)
  const desk = useDesk({ api, clock, ids, queue, survey })

  const move = (by: 1 | -1) => {
    const to = queue.value && neighbourOf(queue.value, survey, by)
    if (to) route(paths.review(to))
  }
  useKeys({ j: () => move(1), k: () => move(-1), a: desk.approve, r: () => desk.ask('return') })

  const list = <QueueList queue={queue} filter={filter} current={survey} clock={clock} />
  return (
    <>
      {survey && !isWide ? (
        <NarrowSurvey desk={desk} />
      ) : (
        <QueueScreen
          queue={queue}
          acts={<RescueButton api={api} onTaken={() => void queue.loading.reload()} />}
          bottom={survey && desk.detail && <DecisionBar desk={desk} />}
        >
          <LostPhones api={api} clock={clock} />
          <QueueFilters figures={queue.figures} filter={filter} onSelect={setFilter} />
          {isWide ? (
            <div class="reviews">
              <div class="reviews-queue">{list}</div>
              <div class="reviews-pane">
                {survey ? <WideSurvey desk={desk} /> : <NothingOpen queue={queue} />}
              </div>
            </div>
          ) : (
            list
          )}
        </QueueScreen>
      )}
      <ReasonDialog
        key={survey ?? ''}
        command={desk.asking}
        enumerator={desk.detail?.enumerator ?? ''}
        reason={desk.reason}
        onReason={desk.setReason}
        isBusy={desk.commands.busy !== null}
        fault={desk.commands.fault}
        onClose={() => desk.ask(null)}
        onSend={desk.giveReason}
      />
      {desk.detail && <SameDialog key={`same-${survey ?? ''}`} desk={desk.same} detail={desk.detail} />}
    </>
  )
}
