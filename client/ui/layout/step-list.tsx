import type { ComponentChildren } from 'preact'
import { Icon } from '../icons/icon.tsx'
import { checkIcon, triangleAlertIcon, type IconShape } from '../icons/lucide.ts'
import { useWords } from '../language/language.ts'
import { stepWords } from './words.ts'
import './step-list.css'

export type StepStanding = 'done' | 'current' | 'open' | 'attention'

export type ListedStep = {
  readonly key: string
  readonly label: string
  readonly standing: StepStanding
  /** the standing in words, with what it rests on */
  readonly detail: ComponentChildren
}

type Props = {
  readonly label: string
  readonly steps: readonly ListedStep[]
  /** which one is in view now */
  readonly current?: string | undefined
  /** side by side where there is room */
  readonly isRow?: boolean | undefined
}

const SIGNS: Readonly<Partial<Record<StepStanding, IconShape>>> = {
  done: checkIcon,
  attention: triangleAlertIcon,
}

/** The way of a long work, from its first step to its last, with where each stands. */
export function StepList({ label, steps, current, isRow = false }: Props) {
  const words = useWords(stepWords)
  const standings: Readonly<Record<StepStanding, string>> = {
    done: words.stepDone,
    current: words.stepOpen,
    open: words.stepOpen,
    attention: words.stepAttention,
  }
  return (
    <ol class={isRow ? 'step-list step-list-row' : 'step-list'} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step.key}
          class={`step-item step-${step.standing}`}
          aria-current={step.key === current ? 'step' : undefined}
        >
          <span class="step-sign">
            <StepSign shape={SIGNS[step.standing]} number={index + 1} />
          </span>
          <span class="step-words">
            <span class="strong">
              {step.label}
              <span class="visually-hidden">, {standings[step.standing]}</span>
            </span>
            <span class="quiet">{step.detail}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}

function StepSign({ shape, number }: { shape: IconShape | undefined; number: number }) {
  return shape ? <Icon shape={shape} size="small" /> : <span aria-hidden="true">{number}</span>
}
