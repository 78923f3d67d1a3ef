import type { ComponentChildren } from 'preact'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { remembered } from '../../../shared/survey/remembered.ts'
import { topsOf, windowOf, type Rows } from './window-of.ts'

type Props<Item extends object> = {
  readonly label: string
  readonly items: readonly Item[]
  /** null while somebody types what is looked for: the rows that are there then take the words of others */
  readonly keyOf: ((item: Item) => string) | null
  /** in rem: `ROW_REM` or `HEADING_REM`; what is drawn must be exactly that high */
  readonly heightOf: (item: Item) => number
  /** one that stays the same draws an item once: what else it needs, its row has to see itself */
  readonly children: (item: Item) => ComponentChildren
}

/** Drawn above and below what is in sight, so that a flick shows no gap; px. */
const MARGIN = 600

/** Of a phone's screen, before anything was measured. */
const FIRST_SIGHT_REM = 45

/** The stretch of the list that is in sight, and how much around it is drawn too; in rem. */
type Sight = {
  readonly from: number
  readonly to: number
  readonly margin: number
  /** of the rows that were looked at */
  readonly tops: readonly number[]
}

/** What is drawn of rows at these heights: of others than were looked at, only what is in sight. */
function rowsOf({ from, to, margin, tops: seen }: Sight, tops: Sight['tops']): Rows {
  const around = seen === tops ? margin : 0
  return windowOf(tops, from - around, to + around)
}

function isSame(a: Rows, b: Rows): boolean {
  return a.first === b.first && a.end === b.end
}

/**
 * A list of thousands of rows of known heights, scrolled with the page: only those near the sight are drawn.
 * Its height stands from the first drawing, so that a return can find its place.
 */
export function VirtualList<Item extends object>({ label, items, keyOf, heightOf, children }: Props<Item>) {
  const list = useRef<HTMLUListElement>(null)
  const tops = useMemo(() => topsOf(items.map(heightOf)), [items, heightOf])
  // Always as it was last looked at, also where that drew nothing: from an older one, new items would
  // take away a row in sight and draw it again, without the finger or the focus that was on it.
  const sight = useRef<Sight>({ from: 0, to: FIRST_SIGHT_REM, margin: 0, tops })
  const [, draw] = useState<Sight>()

  // Before it is painted only what is in sight: what lies around it can wait for the frame after.
  const look = useCallback(
    (margin: number) => {
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize)
      const top = list.current?.getBoundingClientRect().top ?? 0
      const next = { from: -top / rem, to: (innerHeight - top) / rem, margin: margin / rem, tops }
      const last = sight.current
      sight.current = next
      if (!isSame(rowsOf(last, tops), rowsOf(next, tops))) draw(next)
    },
    [tops],
  )
  useLayoutEffect(() => look(0), [look])
  useEffect(() => {
    const ended = new AbortController()
    const lookAround = () => look(MARGIN)
    const { signal } = ended
    lookAround()
    addEventListener('scroll', lookAround, { passive: true, signal })
    addEventListener('resize', lookAround, { signal })
    return () => ended.abort()
  }, [look])

  // Preact passes over a row that it is given again.
  const drawn = useMemo(() => remembered(children), [children])
  const { first, end } = rowsOf(sight.current, tops)
  return (
    <ul
      ref={list}
      aria-label={label}
      style={{
        paddingBlockStart: `${tops[first] ?? 0}rem`,
        paddingBlockEnd: `${(tops.at(-1) ?? 0) - (tops[end] ?? 0)}rem`,
      }}
    >
      {items.slice(first, end).map((item, index) => (
        <li
          key={keyOf ? keyOf(item) : first + index}
          aria-setsize={items.length}
          aria-posinset={first + index + 1}
        >
          {drawn(item)}
        </li>
      ))}
    </ul>
  )
}
