import { useEffect, useState } from 'preact/hooks'
import { isFault } from '../../../shared/faults.ts'
import type { AccountId } from '../../../shared/ids.ts'
import type { Api } from '../../ports/api.ts'
import type { Clock } from '../../ports/clock.ts'
import type { DeviceTrace, LossWatch } from '../../ports/loss-watch.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { Dialog } from '../../ui/layout/dialog.tsx'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { lossWords } from './loss-words.ts'

type Props = {
  readonly api: Pick<Api, 'reportLostPhone'>
  readonly watch: LossWatch
  readonly clock: Clock
  /** who is signed in; null for nobody */
  readonly account: AccountId | null
}

type Told = 'not-yet' | 'told' | 'failed'

/**
 * Says that this phone has lost its data, before anybody signs in and after, and tells the server. It comes again
 * until the server knows and somebody has read it. Rule [D3].
 */
export function LossAlarm({ api, watch, clock, account }: Props) {
  const words = useWords(lossWords)
  const [lost, setLost] = useState<readonly DeviceTrace[]>([])
  const [told, setTold] = useState<Told>('not-yet')

  useEffect(() => {
    void findLost()

    async function findLost(): Promise<void> {
      const found = await watch.lost()
      const own = found.filter((trace) => account === null || trace.account === account)
      setLost(own)
      if (account === null || own.length === 0) return
      const answers = await Promise.all(
        own.map(({ device, unsent, notedAt }) => api.reportLostPhone({ device, unsent, notedAt })),
      )
      setTold(answers.some(isFault) ? 'failed' : 'told')
    }
    // To say it again changes nothing.
  }, [watch, api, account])

  function close(): void {
    if (told === 'told') for (const { device } of lost) watch.settle(device)
    setLost([])
  }

  return (
    <Dialog
      open={lost.length > 0}
      title={words.title}
      onClose={close}
      actions={
        <Button kind="primary" onClick={close}>
          {account === null ? words.toSignIn : words.understood}
        </Button>
      }
    >
      <p>{words.what}</p>
      {lost.map((trace) => (
        <Missing key={trace.device} trace={trace} clock={clock} />
      ))}
      <p role="status">{account === null ? words.signIn : words[TOLD_WORDS[told]]}</p>
    </Dialog>
  )
}

const TOLD_WORDS = { 'not-yet': 'telling', told: 'told', failed: 'notTold' } as const

/** What was lost at most. */
function Missing({ trace: { unsent, notedAt }, clock }: { trace: DeviceTrace; clock: Clock }) {
  const words = useWords(lossWords)
  const formats = useFormats()
  if (unsent === null || notedAt === null) return <p>{words.unknown}</p>
  const when = formats.moment(notedAt, clock.now())
  return (
    <p class="strong">{unsent === 0 ? words.nothing(when) : words.unsent(formats.number(unsent), when)}</p>
  )
}
