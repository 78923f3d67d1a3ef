import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../icons/icon.tsx'
import { chevronDownIcon, circleIcon } from '../icons/lucide-late.ts'
import { checkIcon, triangleAlertIcon, type IconShape } from '../icons/lucide.ts'
import { useWords } from '../language/language.ts'
import { stepWords } from './words.ts'
import './steps.css'

/** `unseen`: nothing is missing, but nobody has looked yet */
export type StepState = 'done' | 'open' | 'unseen' | 'attention'
export type Step<Key extends string> = {
  readonly key: Key
  readonly label: string
  readonly state: StepState
  /** how much of it is done, `8/12`; the state's words alone where left out */
  readonly count?: string | undefined
}

type Props<Key extends string> = {
  readonly steps: readonly Step<Key>[]
  readonly current: Key
  readonly onSelect: (key: Key) => void
}

const STATE_ICONS: Readonly<Record<StepState, IconShape>> = {
  done: checkIcon,
  open: circleIcon,
  unseen: circleIcon,
  attention: triangleAlertIcon,
}

/** Where one is in a long form: the sections' states, the current one's name, and a way to each. */
export function Steps<Key extends string>({ steps, current, onSelect }: Props<Key>) {
  const words = useWords(stepWords)
  const root = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (root.current) root.current.open = false
  }, [current])
  const at = steps.findIndex((step) => step.key === current)
  const stateWords = {
    done: words.stepDone,
    open: words.stepOpen,
    unseen: words.stepUnseen,
    attention: words.stepAttention,
  }
  return (
    <nav aria-label={words.allSteps}>
      <details class="steps" ref={root}>
        <summary>
          <span class="steps-line">
            <span class="strong">{steps[at]?.label}</span>
            <span class="quiet">{words.stepOf(at + 1, steps.length)}</span>
            <Icon shape={chevronDownIcon} size="small" />
          </span>
          <span class="steps-track" aria-hidden="true">
            {steps.map((step) => (
              <span
                key={step.key}
                class={`steps-part steps-${step.state}${step.key === current ? ' steps-current' : ''}`}
              />
            ))}
          </span>
        </summary>
        <ol class="steps-list">
          {steps.map((step) => (
            <li key={step.key}>
              <button
                type="button"
                class={`menu-item steps-item steps-${step.state}`}
                aria-current={step.key === current ? 'step' : undefined}
                onClick={() => {
                  if (root.current) root.current.open = false
                  onSelect(step.key)
                }}
              >
                <Icon shape={STATE_ICONS[step.state]} size="small" />
                <span class="strong">{step.label}</span>
                {step.count && <span class="quiet">{step.count}</span>}
                <span class={step.count ? 'visually-hidden' : 'quiet'}>{stateWords[step.state]}</span>
              </button>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  )
}
