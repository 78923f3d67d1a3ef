import type { ComponentChildren } from 'preact'
import { Icon } from '../icons/icon.tsx'
import type { IconShape } from '../icons/lucide.ts'
import { TONE_ICONS, type Tone } from './tone.ts'
import './notice.css'

type Props = {
  readonly tone: Tone
  readonly title?: string | undefined
  readonly icon?: IconShape | undefined
  readonly children?: ComponentChildren
  /** a `Button` or link that mends it */
  readonly action?: ComponentChildren
  /** speaks when it appears; for what follows an act of the person, not for what stands on the page */
  readonly isNews?: boolean | undefined
}

/** Words that stay on the page: what is the matter and what to do. */
export function Notice({ tone, title, icon, children, action, isNews }: Props) {
  return (
    <div
      class={`notice notice-${tone}`}
      role={isNews ? (tone === 'problem' ? 'alert' : 'status') : undefined}
    >
      <Icon shape={icon ?? TONE_ICONS[tone]} />
      <div class="notice-words">
        {title && <p class="strong">{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {action && <div class="notice-action">{action}</div>}
    </div>
  )
}
