import type { ComponentChildren } from 'preact'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { topsOf, windowOf, type Rows } from './window-of.ts'

type Props<Item> = {
  readonly label: string
  readonly items: readonly Item[]
  /** null while somebody types what is looked for: the rows that are there then take the words of others */
  readonly keyOf: ((item: Item) => string) | null
  /** in rem: `ROW_REM` or `HEADING_REM`; what is drawn must be exactly that high */
  readonly heightOf: (item: Item) => number
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

function isSameSight(a: Sight, b: Sight): boolean {
  return a.tops === b.tops && JSON.stringify(rowsOf(a)) === JSON.stringify(rowsOf(b))
}

function rowsOf({ from, to, margin, tops }: Sight): Rows {
  return windowOf(tops, from - margin, to + margin)
}

/**
 * A list of thousands of rows of known heights, scrolled with the page: only those near the sight are drawn.
 * Its height stands from the first drawing, so that a return can find its place.
 */
export function VirtualList<Item>({ label, items, keyOf, heightOf, children }: Props<Item>) {
  const list = useRef<HTMLUListElement>(null)
  const tops = useMemo(() => topsOf(items.map(heightOf)), [items, heightOf])
  const [sight, setSight] = useState<Sight>({ from: 0, to: FIRST_SIGHT_REM, margin: 0, tops })

  // Before it is painted only what is in sight: what lies around it can wait for the frame after.
  const look = useCallback(
    (margin: number) => {
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize)
      const top = list.current?.getBoundingClientRect().top ?? 0
      const next = { from: -top / rem, to: (innerHeight - top) / rem, margin: margin / rem, tops }
      setSight((last) => (isSameSight(last, next) ? last : next))
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

  const margin = sight.tops === tops ? sight.margin : 0
  const { first, end } = rowsOf({ ...sight, margin, tops })
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
          {children(item)}
        </li>
      ))}
    </ul>
  )
}
