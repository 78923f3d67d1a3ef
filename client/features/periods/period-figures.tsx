import type { Period } from '../../../shared/api/periods.ts'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { Card } from '../../ui/layout/card.tsx'
import { Figures } from '../../ui/lists/figures.tsx'
import { periodWords } from './words.ts'

/** What the seal folds or has folded, and how it differs from the month before. */
export function PeriodFigures({ period: { state, figures } }: { period: Period }) {
  const words = useWords(periodWords)
  const formats = useFormats()
  const shown = (...keys: readonly (keyof typeof figures)[]) =>
    keys.map((key) => ({ label: words[key], value: formats.number(figures[key]) }))
  return (
    <Card title={state === 'open' ? words.figuresNow : words.figures}>
      <Figures figures={shown('surveys', 'households', 'families', 'members', 'problems')} />
      <h3>{words.differences}</h3>
      <Figures figures={shown('added', 'changed', 'gone')} />
    </Card>
  )
}
