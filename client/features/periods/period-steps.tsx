import type { Import } from '../../../shared/api/imports.ts'
import type { Period } from '../../../shared/api/periods.ts'
import { StepList, type ListedStep } from '../../ui/layout/step-list.tsx'
import { useFormats, useWords } from '../../ui/language/language.ts'
import type { Loaded } from '../../ui/loading/use-loaded.ts'
import { periodWords } from './words.ts'

type Props = {
  readonly period: Period
  readonly imports: Loaded<{ readonly imports: readonly Import[] }>
  readonly isSealing: boolean
}

/** A month's way from the ministry's list to the ministry's package, and where it stands. */
export function PeriodSteps({ period, imports, isSealing }: Props) {
  const words = useWords(periodWords)
  const steps = useSteps({ period, imports, isSealing })
  const current = steps.find(({ standing }) => standing === 'current')?.key
  return <StepList label={words.steps} steps={steps} current={current} />
}

function useSteps({ period, imports, isSealing }: Props): readonly ListedStep[] {
  const words = useWords(periodWords)
  const formats = useFormats()
  const { figures, waiting } = period
  const isSealed = period.state === 'sealed'
  const importStep = useImportStep(imports)
  return [
    isSealed ? { ...importStep, standing: 'done', detail: words.importThen } : importStep,
    {
      key: 'approved',
      label: words.stepApproved,
      standing: figures.surveys > 0 || isSealed ? 'done' : 'open',
      detail: figures.surveys > 0 ? words.approvedCount(formats.number(figures.surveys)) : words.approvedNone,
    },
    {
      key: 'waiting',
      label: words.stepWaiting,
      standing: waiting > 0 ? 'attention' : 'done',
      detail: waitingDetail(),
    },
    {
      key: 'seal',
      label: words.stepSeal,
      standing: isSealed ? 'done' : 'current',
      detail: sealDetail(),
    },
    {
      key: 'package',
      label: words.stepPackage,
      standing: period.package ? 'done' : 'open',
      detail: period.package ? words.packageReady : words.packageOpen,
    },
  ]

  function waitingDetail(): string {
    if (isSealed) return words.waitingThen
    return waiting > 0 ? words.approvedCount(formats.number(waiting)) : words.waitingNone
  }

  function sealDetail(): string {
    if (period.sealedAt !== null) {
      return words.sealedBy(formats.dateTime(period.sealedAt), period.sealedBy ?? '')
    }
    return isSealing ? words.sealing : words.sealOpen
  }
}

function useImportStep(imports: Props['imports']): ListedStep {
  const words = useWords(periodWords)
  const formats = useFormats()
  const step = { key: 'import', label: words.stepImport }
  if (imports.kind === 'loading') return { ...step, standing: 'open', detail: '' }
  if (imports.kind === 'failed') return { ...step, standing: 'open', detail: words.importUnknown }
  const all = imports.value.imports
  const published = all.find(({ state }) => state === 'published')
  if (published) {
    const detail = words.importDone(formats.date(published.asOf), formats.number(published.households))
    return { ...step, standing: 'done', detail }
  }
  const isReading = all.some(({ state }) => state === 'reading' || state === 'publishing')
  return { ...step, standing: 'attention', detail: isReading ? words.importReading : words.importNone }
}
