import { useEffect, useRef } from 'preact/hooks'
import { focusField } from '../fields/focus-field.ts'
import { Icon } from '../icons/icon.tsx'
import { chevronRightIcon } from '../icons/lucide-late.ts'
import { octagonAlertIcon, triangleAlertIcon } from '../icons/lucide.ts'
import './error-summary.css'

export type SummaryItem = {
  /** the field's id */
  readonly id: string
  /** where: the question's label */
  readonly label: string
  /** what is the matter with it */
  readonly text: string
  readonly level?: 'error' | 'warning' | undefined
  /** leads there where the field is on another screen; without it the field is focused */
  readonly onSelect?: (() => void) | undefined
}

type Props = {
  readonly title: string
  readonly items: readonly SummaryItem[]
  /** takes the focus when it appears, as after a refused submit */
  readonly takesFocus?: boolean | undefined
}

/** All that is missing or odd, each a link to its question (GOV.UK error summary). */
export function ErrorSummary({ title, items, takesFocus }: Props) {
  const root = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!takesFocus) return
    // Its title must be read first, so it starts below what sticks at the top.
    root.current?.scrollIntoView({ block: 'start' })
    root.current?.focus({ preventScroll: true })
  }, [takesFocus])
  const hasError = items.some((item) => item.level !== 'warning')
  return (
    <section
      ref={root}
      class={`summary${hasError ? '' : ' summary-mild'}`}
      tabIndex={-1}
      aria-labelledby="summary-title"
    >
      <h2 class="summary-title" id="summary-title">
        <Icon shape={hasError ? octagonAlertIcon : triangleAlertIcon} />
        {title}
      </h2>
      <ul>
        {items.map((item) => (
          <li key={`${item.id} ${item.text}`}>
            <a
              class={`summary-item summary-${item.level ?? 'error'}`}
              href={`#${item.id}`}
              onClick={(event) => {
                event.preventDefault()
                if (item.onSelect) item.onSelect()
                else focusField(item.id)
              }}
            >
              <Icon shape={item.level === 'warning' ? triangleAlertIcon : octagonAlertIcon} size="small" />
              <span>
                <span class="strong">{item.label}</span>
                <span class="summary-text">{item.text}</span>
              </span>
              <Icon shape={chevronRightIcon} size="small" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
