import type { ComponentChildren } from 'preact'
import './list-row.css'

type Props = {
  readonly href: string
  readonly title: ComponentChildren
  /** a `StatusSign` or `Badge`, on the second line */
  readonly sign?: ComponentChildren
  /** a short word at the other end of the sign's line; never cut */
  readonly aside?: ComponentChildren
  /** one line, two in a tall row; what does not fit is cut */
  readonly detail?: ComponentChildren
  /** `TALL_ROW_REM` high, for a detail of two lines */
  readonly isTall?: boolean | undefined
  /** the row that stands open beside the list */
  readonly isCurrent?: boolean | undefined
}

/** A line of a list, the whole of it the target: always three lines high, four where tall, so that lists can be windowed. */
export function ListRow({ href, title, sign, aside, detail, isTall, isCurrent }: Props) {
  return (
    <a
      class={isTall ? 'list-row list-row-tall' : 'list-row'}
      href={href}
      aria-current={isCurrent ? 'true' : undefined}
    >
      <span class="list-row-title">{title}</span>
      {sign && <span class="list-row-sign">{sign}</span>}
      {aside && <span class="list-row-aside">{aside}</span>}
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
export const ROW_REM = 6
export const TALL_ROW_REM = 7.25
export const HEADING_REM = 3
