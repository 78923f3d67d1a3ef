import type { ComponentChildren } from 'preact'
import { Icon } from '../icons/icon.tsx'
import type { IconShape } from '../icons/lucide.ts'
import { TONE_ICONS, type Tone } from './tone.ts'
import './badge.css'

type Props = {
  readonly tone: Tone | 'neutral'
  readonly icon?: IconShape | undefined
  readonly children: ComponentChildren
}

/** A sign and a word about the thing beside it. */
export function Badge({ tone, icon, children }: Props) {
  const shape = icon ?? (tone === 'neutral' ? undefined : TONE_ICONS[tone])
  return (
    <span class={`badge badge-${tone}`}>
      {shape && <Icon shape={shape} size="small" />}
      <span>{children}</span>
    </span>
  )
}
