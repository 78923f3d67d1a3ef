import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { HELD_REASONS, type HeldAct, type HeldDetail } from '../../../../shared/api/quarantine.ts'
import { isFault, type Fault } from '../../../../shared/faults.ts'
import type { Api } from '../../../ports/api.ts'
import { Button } from '../../../ui/buttons/button.tsx'
import { FaultNotice } from '../../../ui/feedback/fault-notice.tsx'
import { useToast } from '../../../ui/feedback/toasts.tsx'
import { paths } from '../../../ui/paths.ts'
import { useFormats, useWords } from '../../../ui/language/language.ts'
import { HandDialog, ReasonedDialog } from './act-dialogs.tsx'
import { heldActWords, heldWords } from './held-words.ts'

type Props = {
  readonly api: Pick<Api, 'decideHeld'>
  readonly detail: HeldDetail
  readonly reload: () => Promise<void>
}

/** What can be made of a held change. Each act asks once more, since none of them is taken back. */
export function HeldActs({ api, detail, reload }: Props) {
  const words = useWords(heldWords)
  const [asking, setAsking] = useState<HeldAct['kind'] | null>(null)
  const { isBusy, fault, setFault, decide } = useDecision(api, detail, reload, () => setAsking(null))
  const { held, changes, obstacle, heirs } = detail
  const close = () => {
    setFault(null)
    setAsking(null)
  }
  const shared = { isBusy, fault: fault && <FaultNotice fault={fault} isAct />, onClose: close }
  return (
    <div class="held-acts">
      {obstacle ? (
        <Button onClick={() => setAsking('aside')}>{words.aside}</Button>
      ) : (
        <>
          {heirs.length > 0 ? (
            <Button onClick={() => setAsking('hand')}>{words.hand}</Button>
          ) : (
            <p class="quiet">{words.nobodyElse}</p>
          )}
          <Button kind="primary" onClick={() => setAsking('release')}>
            {words.release}
          </Button>
        </>
      )}
      <ReasonedDialog
        {...shared}
        kind={asking === 'hand' ? null : asking}
        count={changes.length}
        enumerator={held.enumerator}
        reasons={HELD_REASONS.filter((reason) =>
          obstacle ? reason === 'asked' || reason === 'redone' : reason !== 'redone',
        )}
        onAct={(kind, reason) => void decide({ kind, reason })}
      />
      <HandDialog
        {...shared}
        isOpen={asking === 'hand'}
        enumerator={held.enumerator}
        heirs={heirs}
        onHand={(to, note) => void decide({ kind: 'hand', to, note })}
      />
    </div>
  )
}

/** Sends a decision and says what came of it; what is still held stays on the screen with its reason. */
function useDecision(
  api: Pick<Api, 'decideHeld'>,
  { held, heirs }: HeldDetail,
  reload: () => Promise<void>,
  close: () => void,
) {
  const words = useWords(heldActWords)
  const formats = useFormats()
  const toast = useToast()
  const { route } = useLocation()
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)

  async function decide(act: HeldAct): Promise<void> {
    if (isBusy) return
    setBusy(true)
    setFault(null)
    const outcome = await api.decideHeld(held.id, act)
    setBusy(false)
    if (isFault(outcome)) {
      setFault(outcome)
      return
    }
    close()
    if (outcome.left > 0) {
      toast({ text: words.isLeft(formats.number(outcome.left)) })
      await reload()
      return
    }
    toast({ text: said(act, outcome.released) })
    route(paths.held)
  }

  function said(act: HeldAct, released: number): string {
    if (act.kind === 'aside') return words.wasAside
    if (released === 0) return words.wasDone
    if (act.kind === 'release') return words.wasReleased(formats.number(released))
    return words.wasHanded(heirs.find(({ account }) => account === act.to)?.name ?? '')
  }

  return { isBusy, fault, setFault, decide }
}
