import type { Period } from '../../../shared/api/periods.ts'
import { FaultNotice } from '../../ui/feedback/fault-notice.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { WorkingBar } from '../../ui/feedback/working-bar.tsx'
import { useFormats, useWords } from '../../ui/language/language.ts'
import type { Seal } from './use-seal.ts'
import { sealWords } from './words.ts'

type Props = { readonly seal: Seal; readonly period: Period }

/** How far a seal is and what came of it, on top of the month that it is about. */
export function SealNews({ seal: { sealing, done, failure }, period }: Props) {
  const words = useWords(sealWords)
  const formats = useFormats()
  if (sealing === period.id) {
    return (
      <div role="status">
        <WorkingBar label={words.working(formats.month(sealing))} detail={words.workingDetail} />
      </div>
    )
  }
  if (failure?.id === period.id && period.state === 'open') {
    const isLost = failure.fault.fault === 'unreachable'
    return <FaultNotice fault={failure.fault} isAct text={isLost ? words.unsure : undefined} />
  }
  if (done !== period.id) return null
  return (
    <Notice tone="good" title={words.done(formats.month(done))} isNews>
      {words.doneText}
    </Notice>
  )
}
