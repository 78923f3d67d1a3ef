import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { topsOf, windowOf, type Rows } from './window-of.ts'

type Props<Item> = {
  readonly label: string
  readonly items: readonly Item[]
  readonly keyOf: (item: Item) => string
  /** in rem: `ROW_REM` or `HEADING_REM`; what is drawn must be exactly that high */
  readonly heightOf: (item: Item) => number
  readonly children: (item: Item) => ComponentChildren
}

/** Drawn above and below what is in sight, so that a flick shows no gap; px. */
const MARGIN = 600

/**
 * A list of thousands of rows of known heights, scrolled with the page: only those near the sight are drawn.
 * Its height stands from the first drawing, so that a return can find its place.
 */
export function VirtualList<Item>({ label, items, keyOf, heightOf, children }: Props<Item>) {
  const list = useRef<HTMLUListElement>(null)
  const tops = useMemo(() => topsOf(items.map(heightOf)), [items, heightOf])
  const [rows, setRows] = useState<Rows>({ first: 0, end: 20 })

  useLayoutEffect(() => {
    const look = () => {
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize)
      const top = list.current?.getBoundingClientRect().top ?? 0
      const next = windowOf(tops, (-top - MARGIN) / rem, (innerHeight - top + MARGIN) / rem)
      setRows((last) => (last.first === next.first && last.end === next.end ? last : next))
    }
    look()
    addEventListener('scroll', look, { passive: true })
    addEventListener('resize', look)
    return () => {
      removeEventListener('scroll', look)
      removeEventListener('resize', look)
    }
  }, [tops])

  const end = Math.min(rows.end, items.length)
  const first = Math.min(rows.first, end)
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
        <li key={keyOf(item)} aria-setsize={items.length} aria-posinset={first + index + 1}>
          {children(item)}
        </li>
      ))}
    </ul>
  )
}
