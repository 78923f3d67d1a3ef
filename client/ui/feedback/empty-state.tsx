import type { ComponentChildren } from 'preact'
import { Icon } from '../icons/icon.tsx'
import type { IconShape } from '../icons/lucide.ts'
import './empty-state.css'

type Props = {
  readonly icon: IconShape
  readonly title: string
  /** what it means and what to do next */
  readonly children?: ComponentChildren
  readonly action?: ComponentChildren
}

/** In place of a list that has nothing to show. */
export function EmptyState({ icon, title, children, action }: Props) {
  return (
    <div class="empty">
      <Icon shape={icon} size="large" />
      <p class="empty-title">{title}</p>
      {children && <div class="quiet">{children}</div>}
      {action}
    </div>
  )
}
