import type { ComponentChildren } from 'preact'
import { Icon } from '../icons/icon.tsx'
import { chevronDownIcon } from '../icons/lucide-late.ts'
import './disclosure.css'

type Props = {
  readonly summary: ComponentChildren
  readonly open?: boolean | undefined
  readonly children: ComponentChildren
}

/** More of it behind one tap. */
export function Disclosure({ summary, open, children }: Props) {
  return (
    <details class="disclosure" open={open}>
      <summary>
        <span>{summary}</span>
        <Icon shape={chevronDownIcon} />
      </summary>
      <div class="disclosure-body">{children}</div>
    </details>
  )
}
