import type { ComponentChildren } from 'preact'
import { Icon } from '../icons/icon.tsx'
import type { IconShape } from '../icons/lucide.ts'
import { refreshCwIcon } from '../icons/lucide.ts'
import './button.css'

/** `primary` once a screen; `quiet` beside it; `bare` reads as a link; `danger` never beside the primary one. */
export type ButtonKind = 'primary' | 'quiet' | 'bare' | 'danger'

type Look = {
  readonly kind?: ButtonKind | undefined
  readonly icon?: IconShape | undefined
  /** as wide as its place */
  readonly wide?: boolean | undefined
  readonly children: ComponentChildren
}

type ButtonProps = Look & {
  /** where it is the control of a field */
  readonly id?: string | undefined
  readonly onClick?: (() => void) | undefined
  readonly type?: 'button' | 'submit' | undefined
  /** keeps its words and its focus, but takes no further press */
  readonly busy?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** id of the words that say why it is disabled or what it will do */
  readonly describedBy?: string | undefined
}

export function Button({
  kind,
  icon,
  wide,
  children,
  id,
  onClick,
  type,
  busy,
  disabled,
  describedBy,
}: ButtonProps) {
  return (
    <button
      id={id}
      type={type ?? 'button'}
      class={classOf(kind, wide)}
      aria-busy={busy ? 'true' : undefined}
      aria-disabled={busy || disabled ? 'true' : undefined}
      aria-describedby={describedBy}
      onClick={(event) => {
        if (busy || disabled) event.preventDefault()
        else onClick?.()
      }}
    >
      {busy ? <Icon shape={refreshCwIcon} /> : icon && <Icon shape={icon} />}
      <span>{children}</span>
    </button>
  )
}

type LinkProps = Look & {
  readonly href: string
  /** file name to save as, instead of opening it */
  readonly download?: string | boolean | undefined
}

export function ButtonLink({ kind, icon, wide, children, href, download }: LinkProps) {
  return (
    <a class={classOf(kind, wide)} href={href} download={download}>
      {icon && <Icon shape={icon} />}
      <span>{children}</span>
    </a>
  )
}

function classOf(kind: ButtonKind = 'quiet', wide = false): string {
  return `button button-${kind}${wide ? ' button-wide' : ''}`
}
