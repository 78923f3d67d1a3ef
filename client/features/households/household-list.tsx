import { useCallback, useEffect, useRef } from 'preact/hooks'
import type { HouseholdId } from '../../../shared/ids.ts'
import type { Clock } from '../../ports/clock.ts'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { HEADING_REM, ListHeading, ROW_REM, TALL_ROW_REM } from '../../ui/lists/list-row.tsx'
import { VirtualList } from '../../ui/lists/virtual-list.tsx'
import { HouseholdRow } from './household-row.tsx'
import { isTallRow } from './row-height.ts'
import { keyOfItem, type ListItem } from './list-items.ts'
import { householdWords } from './words.ts'

type Props = {
  readonly items: readonly ListItem[]
  readonly clock: Clock
  /** `YYYY-MM-DD` */
  readonly today: string
  /** the household to visit next: marked, and brought into view when it becomes another */
  readonly next: HouseholdId | null
  /** what is typed into the search finds them */
  readonly isSearch: boolean
}

/** Households under the headings of their RW and RT. */
export function HouseholdList({ items, clock, today, next, isSearch }: Props) {
  const words = useWords(householdWords)
  const root = useRef<HTMLDivElement>(null)

  // Once for each household that is next: afterwards the page is the person's to scroll.
  const shown = useRef<HouseholdId | null>(null)
  useEffect(() => {
    if (next === shown.current) return
    const at = items.findIndex((item) => item.kind === 'household' && item.card.household === next)
    if (at < 0 || !root.current) return
    shown.current = next
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize)
    const above = items.slice(0, at).reduce((sum, item) => sum + heightOf(item), 0)
    const top = root.current.getBoundingClientRect().top + scrollY + above * rem
    scrollTo(0, top - innerHeight / 2)
  }, [items, next])

  const draw = useCallback(
    (item: ListItem) =>
      item.kind === 'household' ? (
        <HouseholdRow card={item.card} clock={clock} today={today} isNext={item.card.household === next} />
      ) : (
        <Heading item={item} />
      ),
    [clock, today, next],
  )
  return (
    <div ref={root}>
      <VirtualList label={words.list} items={items} keyOf={isSearch ? null : keyOfItem} heightOf={heightOf}>
        {draw}
      </VirtualList>
    </div>
  )
}

function heightOf(item: ListItem): number {
  if (item.kind !== 'household') return HEADING_REM
  return isTallRow(item.card) ? TALL_ROW_REM : ROW_REM
}

function Heading({ item }: { item: Exclude<ListItem, { kind: 'household' }> }) {
  const words = useWords(householdWords)
  const formats = useFormats()
  switch (item.kind) {
    case 'attention':
      return <ListHeading aside={formats.number(item.count)}>{words.attention}</ListHeading>
    case 'rw':
      return (
        <div class="rw-heading">
          <ListHeading aside={words.homes(formats.number(item.count))}>
            {item.rw === '000' ? words.rwUnknown(item.kelurahan) : words.rw(item.kelurahan, item.rw)}
          </ListHeading>
        </div>
      )
    case 'rt':
      return (
        <ListHeading
          aside={
            item.done === null
              ? words.homes(formats.number(item.count))
              : words.done(formats.number(item.done), formats.number(item.count))
          }
        >
          {item.rt === '000' ? words.rtUnknown : words.rt(item.rt)}
        </ListHeading>
      )
  }
}
