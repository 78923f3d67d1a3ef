import type { ComponentChildren } from 'preact'
import './card.css'

type Props = {
  readonly title?: string | undefined
  readonly actions?: ComponentChildren
  readonly children: ComponentChildren
}

/** Things that belong together, on ground of their own. */
export function Card({ title, actions, children }: Props) {
  return (
    <section class="card">
      {(title || actions) && (
        <div class="split card-head">
          {title && <h2>{title}</h2>}
          {actions && <div class="row">{actions}</div>}
        </div>
      )}
      {children}
    </section>
  )
}
