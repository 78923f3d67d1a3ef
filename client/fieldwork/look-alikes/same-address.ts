import { distance } from 'fastest-levenshtein'
import type { Area } from '../../../shared/population/area.ts'
import type { HouseholdCard } from '../../ports/field-work.ts'
import { foldAddress, type FoldedAddress } from './fold-address.ts'

/** Where a household is said to be; parts of the area may not be known yet. */
export type AddressQuery = Pick<Area, 'rt' | 'rw'> & { readonly kelurahan: string; readonly address: string }

/** Households of the device at the same address or nearly the same, those of the same RT first. */
export type AddressFinder = (cards: Iterable<HouseholdCard>, query: AddressQuery) => readonly HouseholdCard[]

// Our own choice: a slip of the pen in a name of seven letters, and no more in a short one.
const NEARLY = 0.85
const UNKNOWN = '000'

/** The finder remembers how the addresses of cards fold: a card that is the same object has the same one. */
export function createAddressFinder(): AddressFinder {
  const folded = new WeakMap<HouseholdCard, FoldedAddress>()

  function addressOf(card: HouseholdCard): FoldedAddress {
    const before = folded.get(card)
    if (before) return before
    const after = foldAddress(card.address)
    folded.set(card, after)
    return after
  }

  return (cards, { kelurahan, rw, rt, address }) => {
    const wanted = foldAddress(address)
    const isOf = (one: string, other: string) => one === other || one === UNKNOWN || other === UNKNOWN
    return [...cards]
      .filter(
        (card) =>
          card.area.kelurahan === kelurahan &&
          isOf(card.area.rw, rw) &&
          // Many live in an alley without numbers: there the RT has to be the same.
          (wanted.number !== null || isOf(card.area.rt, rt)) &&
          isAlike(addressOf(card), wanted),
      )
      .sort(
        (a, b) => Number(b.area.rt === rt) - Number(a.area.rt === rt) || (a.household < b.household ? -1 : 1),
      )
  }
}

/** The last part says most: "Gg. Mawar 3" may lie in a street that only one of both names. */
function isAlike(a: FoldedAddress, b: FoldedAddress): boolean {
  if (a.number !== b.number || a.parts.length === 0 || b.parts.length === 0) return false
  const count = Math.min(a.parts.length, b.parts.length)
  return a.parts.slice(-count).every((part, index) => isSamePart(part, b.parts.slice(-count)[index]))
}

type Part = FoldedAddress['parts'][number]

function isSamePart(a: Part, b: Part | undefined): boolean {
  if (!b || a.digits !== b.digits || a.name === '' || b.name === '') return false
  if (a.kind !== null && b.kind !== null && a.kind !== b.kind) return false
  return a.name === b.name || 1 - distance(a.name, b.name) / Math.max(a.name.length, b.name.length) >= NEARLY
}
