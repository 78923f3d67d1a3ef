import type { HouseholdId } from '../../../shared/ids.ts'
import type { HandedLine, HouseholdCard } from '../../ports/field-work.ts'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { ListHeading } from '../../ui/lists/list-row.tsx'
import { outboxWords } from './words.ts'

type Props = {
  readonly handed: readonly HandedLine[]
  readonly cards: ReadonlyMap<HouseholdId, HouseholdCard>
  readonly when: (at: string) => string
}

/** What another enumerator goes on with: it is no work any more, and may not be on this phone at all. */
export function HandedSection({ handed, cards, when }: Props) {
  const words = useWords(outboxWords)
  const formats = useFormats()
  if (handed.length === 0) return null
  return (
    <section aria-label={words.handedTitle}>
      <ListHeading aside={formats.number(handed.length)}>{words.handedTitle}</ListHeading>
      <p class="quiet outbox-about">{words.handedWhat}</p>
      <ul class="outbox-handed">
        {handed.map(({ household, name, address, to, at }) => {
          const title = name || cards.get(household)?.name || address || words.nameless
          return (
            <li key={household}>
              <span class="strong">{title}</span>
              <span>{words.handedTo(to, when(at))}</span>
              {address !== title && address !== '' && <span class="quiet">{address}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
