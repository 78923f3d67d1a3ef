import { useMemo, useState } from 'preact/hooks'
import { readNeighbourhood } from '../../../shared/population/area.ts'
import { createAddressFinder } from '../../fieldwork/look-alikes/same-address.ts'
import type { FieldWork } from '../../ports/field-work.ts'
import { ButtonLink } from '../../ui/buttons/button.tsx'
import { AlikeList } from '../../ui/feedback/alike-list.tsx'
import { neighbourhoodText } from '../../ui/language/area-text.ts'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { paths } from '../../ui/paths.ts'
import { newHouseholdWords } from './new-household-words.ts'
import type { NewHousehold } from './new-household.ts'
import { householdWords } from './words.ts'

type Props = { readonly work: Pick<FieldWork, 'households'>; readonly typed: NewHousehold }

/** More would push the end of the form off the screen. */
const MOST_SHOWN = 3
const UNKNOWN = '000'

/** Households of this phone at the address that is being typed: perhaps it is one of them. */
export function SameAddress({ work, typed }: Props) {
  const words = useWords(newHouseholdWords)
  const { nameless } = useWords(householdWords)
  const formats = useFormats()
  const [find] = useState(createAddressFinder)
  const cards = work.households.value
  const { kelurahan, rw, rt, address } = typed
  const found = useMemo(
    () =>
      kelurahan === null
        ? []
        : find(cards.values(), {
            kelurahan,
            rw: readNeighbourhood(rw) ?? UNKNOWN,
            rt: readNeighbourhood(rt) ?? UNKNOWN,
            address,
          }),
    [find, cards, kelurahan, rw, rt, address],
  )
  const others = found.length - MOST_SHOWN
  return (
    <AlikeList
      // The field that is being typed in is the last one: below it nobody would see anything.
      comesIntoView
      title={words.sameAddress}
      more={others > 0 ? words.more(formats.number(others)) : undefined}
      alike={found.slice(0, MOST_SHOWN).map((card) => ({
        key: card.household,
        name: card.name || nameless,
        about: [card.address, neighbourhoodText(card.area)],
        action: (
          <ButtonLink kind="bare" href={paths.household(card.household)}>
            {words.look}
            <span class="visually-hidden"> {card.name || nameless}</span>
          </ButtonLink>
        ),
      }))}
    />
  )
}
