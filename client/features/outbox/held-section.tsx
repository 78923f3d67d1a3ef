import type { FaultCode } from '../../../shared/faults.ts'
import type { HouseholdId } from '../../../shared/ids.ts'
import type { HouseholdCard } from '../../ports/field-work.ts'
import { StatusSign } from '../../ui/feedback/status-sign.tsx'
import { useFormats, useText, useWords } from '../../ui/language/language.ts'
import { ListHeading } from '../../ui/lists/list-row.tsx'
import { heldAdvice } from './held-advice.ts'
import type { OutboxRow } from './outbox-groups.ts'
import { OutboxRows } from './outbox-list.tsx'
import { outboxWords } from './words.ts'

type Props = {
  readonly held: ReadonlyMap<FaultCode, readonly OutboxRow[]>
  readonly cards: ReadonlyMap<HouseholdId, HouseholdCard>
  readonly detail: (row: OutboxRow) => string
}

/** What the server holds back: by reason, with what to do about it. */
export function HeldSection({ held, cards, detail }: Props) {
  const words = useWords(outboxWords)
  const formats = useFormats()
  const text = useText()
  const count = [...held.values()].reduce((sum, rows) => sum + rows.length, 0)
  if (count === 0) return null
  return (
    <section aria-label={words.heldTitle}>
      <ListHeading aside={formats.number(count)}>{words.heldTitle}</ListHeading>
      <p class="quiet outbox-about">{words.heldWhy}</p>
      {[...held].map(([fault, rows]) => {
        const { why, todo } = heldAdvice(fault)
        return (
          <section key={fault} class="outbox-reason" aria-label={text(why)}>
            <h3>{text(why)}</h3>
            <p>{text(todo)}</p>
            <OutboxRows
              label={text(why)}
              rows={rows}
              cards={cards}
              sign={() => <StatusSign standing="quarantined" />}
              detail={detail}
            />
          </section>
        )
      })}
    </section>
  )
}
