import { useState } from 'preact/hooks'
import type { LostPhone } from '../../../../shared/api/lost-phones.ts'
import { isFault, type Fault } from '../../../../shared/faults.ts'
import type { Api } from '../../../ports/api.ts'
import type { Clock } from '../../../ports/clock.ts'
import { Button } from '../../../ui/buttons/button.tsx'
import { FaultNotice } from '../../../ui/feedback/fault-notice.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { useFormats, useWords } from '../../../ui/language/language.ts'
import { useLoaded } from '../../../ui/loading/use-loaded.ts'
import { lostPhoneWords } from './lost-phone-words.ts'

type Props = { readonly api: Pick<Api, 'lostPhones' | 'markLostPhoneSeen'>; readonly clock: Clock }

/** Phones that came back empty, until a supervisor has seen to them; nothing where there are none. */
export function LostPhones({ api, clock }: Props) {
  const { state, reload } = useLoaded(() => api.lostPhones(), 'lost-phones')
  const [fault, setFault] = useState<Fault | null>(null)
  // That they could not be asked for is said by the queue, which comes from the same server.
  if (state.kind !== 'ready' || state.value.phones.length === 0) return null

  const see = async ({ device }: LostPhone) => {
    const answer = await api.markLostPhoneSeen(device)
    // Another supervisor may have been faster.
    setFault(isFault(answer) && answer.fault !== 'not-found' ? answer : null)
    await reload()
  }
  return (
    <div class="stack">
      {fault && <FaultNotice fault={fault} isAct />}
      {state.value.phones.map((phone) => (
        <LostPhoneNotice key={phone.device} phone={phone} now={clock.now()} onSeen={() => void see(phone)} />
      ))}
    </div>
  )
}

type NoticeProps = { readonly phone: LostPhone; readonly now: Date; readonly onSeen: () => void }

function LostPhoneNotice({ phone, now, onSeen }: NoticeProps) {
  const words = useWords(lostPhoneWords)
  const formats = useFormats()
  const { unsent, notedAt, lastSyncAt } = phone
  const when = (at: string) => formats.moment(at, now)
  return (
    <Notice
      tone="problem"
      title={words.title(phone.enumerator)}
      action={<Button onClick={onSeen}>{words.seen}</Button>}
    >
      <p>
        {unsent === null || notedAt === null
          ? words.unknown
          : unsent === 0
            ? words.nothing(when(notedAt))
            : words.unsent(formats.number(unsent), when(notedAt))}{' '}
        {lastSyncAt && words.lastSync(when(lastSyncAt))}
      </p>
      {unsent !== 0 && <p>{words.todo}</p>}
    </Notice>
  )
}
