import { StepList, type ListedStep, type StepStanding } from '../../ui/layout/step-list.tsx'
import { useWords } from '../../ui/language/language.ts'
import { importWords } from './words.ts'

type Key = 'file' | 'reading' | 'result'

const KEYS = ['file', 'reading', 'result'] as const
const LABELS = { file: 'stepFile', reading: 'stepReading', result: 'stepResult' } as const

type Props = {
  readonly current: Key
  /** the result is that nothing came of it */
  readonly isFailed?: boolean | undefined
  /** in words, what each step rests on */
  readonly details?: Partial<Readonly<Record<Key, string>>> | undefined
}

/** The three steps of an import, and which one it is at. */
export function ImportSteps({ current, isFailed = false, details = {} }: Props) {
  const words = useWords(importWords)
  const at = KEYS.indexOf(current)
  const standingOf = (index: number): StepStanding => {
    if (index > at) return 'open'
    if (index < at) return 'done'
    if (current === 'result') return isFailed ? 'attention' : 'done'
    return 'current'
  }
  const steps = KEYS.map((key, index): ListedStep => ({
    key,
    label: words[LABELS[key]],
    standing: standingOf(index),
    detail: details[key] ?? '',
  }))
  return <StepList label={words.steps} steps={steps} current={current} isRow />
}
