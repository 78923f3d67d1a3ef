import { useState } from 'preact/hooks'
import type { Period } from '../../../shared/api/periods.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { FaultNotice } from '../../ui/feedback/fault-notice.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { WorkingBar } from '../../ui/feedback/working-bar.tsx'
import { hourglassIcon, stampIcon } from '../../ui/icons/lucide.ts'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { SealDialog } from './seal-dialog.tsx'
import type { Seal } from './use-seal.ts'
import { periodWords, sealWords } from './words.ts'

/** What would miss the open period, and its seal. */
export function OpenPeriod({ period, seal }: { period: Period; seal: Seal }) {
  const words = useWords(periodWords)
  const sealing = useWords(sealWords)
  const formats = useFormats()
  const [isAsking, setAsking] = useState(false)
  const { figures, waiting } = period
  if (seal.sealing === period.id) {
    return (
      <div role="status">
        <WorkingBar label={sealing.working(formats.month(period.id))} detail={sealing.workingDetail} />
      </div>
    )
  }
  return (
    <>
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
      {seal.fault && (
        <FaultNotice fault={seal.fault} isAct>
          {seal.fault.fault === 'unreachable' && <p>{sealing.unsure}</p>}
        </FaultNotice>
      )}
      <div>
        <Button kind="primary" icon={stampIcon} onClick={() => setAsking(true)}>
          {words.seal}
        </Button>
      </div>
      <SealDialog
        period={period}
        open={isAsking}
        onClose={() => setAsking(false)}
        onSeal={() => {
          setAsking(false)
          void seal.seal(period.id)
        }}
      />
    </>
  )
}
