import type { ComponentChildren } from 'preact'
import './card.css'

type Props = {
  readonly title?: string | undefined
  /** of its title; 2 where left out */
  readonly level?: 2 | 3
  readonly actions?: ComponentChildren
  readonly children: ComponentChildren
}

/** Things that belong together, on ground of their own. */
export function Card({ title, level = 2, actions, children }: Props) {
  const Heading = `h${level}` as const
  return (
    <section class="card">
      {(title || actions) && (
        <div class="split card-head">
          {title && <Heading>{title}</Heading>}
          {actions && <div class="row">{actions}</div>}
        </div>
      )}
      {children}
    </section>
  )
}
