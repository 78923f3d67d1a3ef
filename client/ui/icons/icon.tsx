import { h } from 'preact'
import type { IconShape } from './lucide.ts'
import './icon.css'

type Props = { readonly shape: IconShape; readonly size?: 'small' | 'normal' | 'large' }

/** A picture beside a word; screen readers skip it, so the word must stand there too. */
export function Icon({ shape, size = 'normal' }: Props) {
  return (
    <svg class={`icon icon-${size}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {shape.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  )
}
