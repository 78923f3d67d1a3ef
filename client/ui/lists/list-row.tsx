import type { ComponentChildren } from 'preact'
import './list-row.css'

type Props = {
  readonly href: string
  readonly title: ComponentChildren
  /** a `StatusSign` or `Badge`: before the detail on a phone, at the right where there is room */
  readonly sign?: ComponentChildren
  /** one line; what does not fit is cut */
  readonly detail?: ComponentChildren
  /** the row that stands open beside the list */
  readonly isCurrent?: boolean | undefined
}

/** A line of a list, the whole of it the target: always two lines high, so that lists can be windowed. */
export function ListRow({ href, title, sign, detail, isCurrent }: Props) {
  return (
    <a class="list-row" href={href} aria-current={isCurrent ? 'true' : undefined}>
      <span class="list-row-title">{title}</span>
      {sign && <span class="list-row-sign">{sign}</span>}
      <span class="list-row-detail">{detail}</span>
    </a>
  )
}

/** Heading of a group within a list: `RT 003`, and how much of it is done. */
export function ListHeading({ children, aside }: { children: ComponentChildren; aside?: ComponentChildren }) {
  return (
    <div class="list-heading">
      <span class="strong">{children}</span>
      {aside && <span class="quiet">{aside}</span>}
    </div>
  )
}

/** Heights of the rows in rem, for `VirtualList`. */
export const ROW_REM = 4.75
export const HEADING_REM = 3
