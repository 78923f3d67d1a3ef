import type { Period } from '../../../shared/api/periods.ts'
import { FaultNotice } from '../../ui/feedback/fault-notice.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { WorkingBar } from '../../ui/feedback/working-bar.tsx'
import { hourglassIcon } from '../../ui/icons/lucide.ts'
import { useFormats, useWords } from '../../ui/language/language.ts'
import type { Seal } from './use-seal.ts'
import { periodWords, sealWords } from './words.ts'

/** What would miss the open period, and how far its seal is. */
export function OpenPeriod({ period, seal }: { period: Period; seal: Seal }) {
  const words = useWords(periodWords)
  const sealing = useWords(sealWords)
  const formats = useFormats()
  const { figures, waiting } = period
  const fault = seal.failure?.id === period.id ? seal.failure.fault : null
  if (seal.sealing === period.id) {
    return (
      <div role="status">
        <WorkingBar label={sealing.working(formats.month(period.id))} detail={sealing.workingDetail} />
      </div>
    )
  }
  return (
    <>
      {fault && (
        <FaultNotice fault={fault} isAct text={fault.fault === 'unreachable' ? sealing.unsure : undefined} />
      )}
      {waiting > 0 && (
        <Notice tone="attention" icon={hourglassIcon} title={words.missTitle(formats.number(waiting))}>
          {words.missText}
        </Notice>
      )}
      {figures.surveys === 0 && (
        <Notice tone="info" title={words.emptyTitle}>
          {words.emptyText}
        </Notice>
      )}
    </>
  )
}
