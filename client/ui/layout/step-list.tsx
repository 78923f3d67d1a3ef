import type { ComponentChildren } from 'preact'
import { Icon } from '../icons/icon.tsx'
import { checkIcon, circleDotIcon, circleIcon, triangleAlertIcon, type IconShape } from '../icons/lucide.ts'
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

const SIGNS: Readonly<Record<StepStanding, IconShape>> = {
  done: checkIcon,
  current: circleDotIcon,
  open: circleIcon,
  attention: triangleAlertIcon,
}

/** The way of a long work, from its first step to its last, with where each stands. */
export function StepList({ label, steps, current, isRow = false }: Props) {
  return (
    <ol class={isRow ? 'step-list step-list-row' : 'step-list'} aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.key}
          class={`step-item step-${step.standing}`}
          aria-current={step.key === current ? 'step' : undefined}
        >
          <span class="step-sign">
            <Icon shape={SIGNS[step.standing]} size="small" />
          </span>
          <span class="step-words">
            <span class="strong">{step.label}</span>
            <span class="quiet">{step.detail}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
