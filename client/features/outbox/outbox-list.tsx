import type { ComponentChildren } from 'preact'
import type { HouseholdId } from '../../../shared/ids.ts'
import type { HouseholdCard } from '../../ports/field-work.ts'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { ListHeading, ListRow, ROW_REM } from '../../ui/lists/list-row.tsx'
import { VirtualList } from '../../ui/lists/virtual-list.tsx'
import { paths } from '../../ui/paths.ts'
import { outboxWords } from './words.ts'

type OfHousehold = { readonly household: HouseholdId }

type RowsProps<Row> = {
  readonly label: string
  readonly rows: readonly Row[]
  readonly cards: ReadonlyMap<HouseholdId, HouseholdCard>
  readonly sign: (row: Row) => ComponentChildren
  readonly detail: (row: Row) => string
}

type Props<Row> = Omit<RowsProps<Row>, 'label'> & {
  readonly title: string
  /** what is the same for all of them: why they are here, what to do */
  readonly about?: ComponentChildren
}

/** Rows of the outbox that are there for the same reason; none where there are none. */
export function OutboxList<Row extends OfHousehold>({ title, about, ...rows }: Props<Row>) {
  const formats = useFormats()
  if (rows.rows.length === 0) return null
  return (
    <section aria-label={title}>
      <ListHeading aside={formats.number(rows.rows.length)}>{title}</ListHeading>
      {about && <p class="quiet outbox-about">{about}</p>}
      <OutboxRows {...rows} label={title} />
    </section>
  )
}

/** One line for each household. */
export function OutboxRows<Row extends OfHousehold>({ label, rows, cards, sign, detail }: RowsProps<Row>) {
  const words = useWords(outboxWords)
  return (
    <VirtualList label={label} items={rows} keyOf={({ household }) => household} heightOf={rowHeight}>
      {(row) => {
        const card = cards.get(row.household)
        return (
          <ListRow
            href={paths.household(row.household)}
            title={card ? card.name || card.address || words.nameless : words.noLongerHere}
            detail={detail(row)}
            sign={sign(row)}
          />
        )
      }}
    </VirtualList>
  )
}

function rowHeight(): number {
  return ROW_REM
}
