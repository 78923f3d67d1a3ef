import type { HouseholdCard } from '../../ports/field-work.ts'
import { neighbourhoodText } from '../../ui/language/area-text.ts'

/** What an answer of free text takes. */
const MAX_TEXT = 200

/** A household in words that say to anybody which one it is: name, address, RT and RW. */
export function sameHouseholdText({
  name,
  address,
  area,
}: Pick<HouseholdCard, 'name' | 'address' | 'area'>): string {
  const where = neighbourhoodText(area)
  const who = [name, address]
    .filter(Boolean)
    .join(', ')
    .slice(0, MAX_TEXT - where.length - 2)
  return [who, where].filter(Boolean).join(', ')
}
