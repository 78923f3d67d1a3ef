import { FAULTS, type FaultCode } from '../../../shared/faults.ts'
import type { Clock } from '../../ports/clock.ts'
import type { SyncState } from '../../ports/sync.ts'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Progress } from '../../ui/feedback/progress.tsx'
import { cloudCheckIcon, cloudOffIcon, cloudUploadIcon } from '../../ui/icons/lucide.ts'
import { useFormats, useText, useWords } from '../../ui/language/language.ts'
import { outboxWords } from './words.ts'

/** What is said beside the time of the next try, where the fault's own words would say that it comes. */
const PATIENT: Partial<Record<FaultCode, 'unreachableText' | 'busyText'>> = {
  unreachable: 'unreachableText',
  busy: 'busyText',
}

type Props = {
  readonly state: SyncState
  readonly unsent: number
  /** of what has no receipt yet */
  readonly bytesLeft: number
  readonly clock: Clock
}

/** What sending does now, in words, and what somebody has to do about it. */
export function EngineState({ state, unsent, bytesLeft, clock }: Props) {
  const words = useWords(outboxWords)
  const formats = useFormats()
  const text = useText()
  const count = words.waits(formats.number(unsent))
  const lastAt = state.kind === 'up-to-date' ? state.at : state.lastAt
  const last = lastAt ? words.lastSent(formats.moment(lastAt, clock.now())) : words.neverSent

  switch (state.kind) {
    case 'sending':
      return <Sending state={state} bytesLeft={bytesLeft} />
    case 'starting':
      return (
        <Notice tone="info" icon={cloudUploadIcon} title={unsent > 0 ? count : words.starting}>
          {last}
        </Notice>
      )
    case 'up-to-date':
      return unsent > 0 ? (
        <Notice tone="attention" icon={cloudUploadIcon} title={count}>
          {words.waitsText}
        </Notice>
      ) : (
        <Notice tone="good" icon={cloudCheckIcon} title={words.upToDate}>
          {last}
        </Notice>
      )
    case 'waiting':
      return (
        <Notice tone="attention" icon={cloudUploadIcon} title={count}>
          <p>{words.waitsText}</p>
          <p>{last}</p>
        </Notice>
      )
    case 'offline': {
      const { fault } = state.fault
      const title = fault === 'busy' ? words.busy : words.offline
      return (
        <Notice tone="attention" icon={cloudOffIcon} title={unsent > 0 ? `${title} · ${count}` : title}>
          <p>
            {PATIENT[fault] ? words[PATIENT[fault]] : text(FAULTS[fault].text)}{' '}
            {words.retryAt(formats.time(state.retryAt))}
          </p>
          <p>{last}</p>
        </Notice>
      )
    }
    case 'stopped':
      return (
        <Notice tone="problem" title={words.stopped}>
          <p>{text(FAULTS[state.fault.fault].text)}</p>
          <p>{last}</p>
        </Notice>
      )
  }
}

type SendingProps = { readonly state: SyncState & { readonly kind: 'sending' }; readonly bytesLeft: number }

function Sending({ state, bytesLeft }: SendingProps) {
  const words = useWords(outboxWords)
  const formats = useFormats()
  const { sent, total, received, expected } = state
  const isUp = sent < total
  const [done, all] = isUp ? [sent, total] : [received, expected]
  if (all === 0) return <Notice tone="info" icon={cloudUploadIcon} title={words.asking} />
  const count = words.of(formats.number(done), formats.number(all))
  return (
    <Progress
      label={isUp ? words.sending : words.receiving}
      value={done}
      max={all}
      detail={isUp ? words.bytesLeft(count, formats.bytes(bytesLeft)) : count}
    />
  )
}
