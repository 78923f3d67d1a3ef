import { FAULTS } from '../../../shared/faults.ts'
import { jakartaDate } from '../../../shared/period.ts'
import type { HouseholdCard } from '../../ports/field-work.ts'
import type { Clock } from '../../ports/clock.ts'
import { StatusSign } from '../../ui/feedback/status-sign.tsx'
import { useFormats, useText, useWords } from '../../ui/language/language.ts'
import { ListRow } from '../../ui/lists/list-row.tsx'
import { paths } from '../../ui/paths.ts'
import { isTallRow } from './row-height.ts'
import { householdWords } from './words.ts'

type Props = {
  readonly card: HouseholdCard
  readonly clock: Clock
  /** `YYYY-MM-DD`: with a new day, a row is drawn anew */
  readonly today: string
  readonly isNext: boolean
}

/** A household in the list: who, where it stands, where it is; of one that came back, why. */
export function HouseholdRow({ card, clock, today, isNext }: Props) {
  const words = useWords(householdWords)
  const formats = useFormats()
  const { state } = card
  return (
    <ListRow
      href={paths.household(card.household)}
      title={card.name || words.nameless}
      detail={<Detail card={card} />}
      // The day to come again needs the whole line.
      aside={state.kind === 'revisit' ? undefined : words.people(formats.number(card.members))}
      isTall={isTallRow(card)}
      sign={<StatusSign standing={state.kind} detail={useSignDetail(card, clock, today)} />}
      isCurrent={isNext}
    />
  )
}

function useSignDetail({ state, changedAt }: HouseholdCard, clock: Clock, today: string): string | undefined {
  const words = useWords(householdWords)
  const formats = useFormats()
  const dayOrTime = (at: string) => (jakartaDate(new Date(at)) === today ? formats.time(at) : formats.day(at))
  if (state.kind === 'draft') {
    const share = state.completeness === null ? [] : [formats.percent(state.completeness)]
    return [...share, dayOrTime(changedAt)].join(' · ')
  }
  if (state.kind === 'revisit') {
    if (state.on === null) return undefined
    return state.on === today ? words.today : formats.day(state.on)
  }
  if (state.kind === 'received' && state.at !== null) return formats.moment(state.at, clock.now())
  return undefined
}

function Detail({ card }: { card: HouseholdCard }) {
  const words = useWords(householdWords)
  const text = useText()
  const { state } = card
  switch (state.kind) {
    case 'returned':
      return <>{state.reason}</>
    case 'conflict':
      return <>{words.conflictDetail}</>
    case 'quarantined':
      return <>{words.heldDetail}</>
    default: {
      const refused = state.kind === 'draft' && state.refused ? text(FAULTS[state.refused].text) : null
      const parts = [refused, card.added ? words.added : null, card.address || words.addressless]
      return <>{parts.filter((part) => part !== null).join(' · ')}</>
    }
  }
}
