import fc from 'fast-check'
import type { HouseholdId } from '../../../shared/ids.ts'
import type { Enumerator } from '../world/enumerator.ts'
import { PHONES, type PhoneName } from '../world/town.ts'
import type { World } from '../world/world.ts'

/** One kind of thing that happens in the field: how often, with what, in words, and how it is done. */
export type StepKind<Args> = {
  /** how likely it is beside the others */
  readonly weight: number
  readonly args: fc.Arbitrary<Args>
  readonly says: (args: Args) => string
  readonly takes: (world: World, args: Args) => unknown
}

/** One thing that happens, as data: it is printed, drawn and shrunk. */
export type Step = { readonly kind: string; readonly args: unknown; readonly says: string }

export function stepKind<Args>(kind: StepKind<Args>): StepKind<Args> {
  return kind
}

export const aPhone: fc.Arbitrary<PhoneName> = fc.constantFrom(...(Object.keys(PHONES) as PhoneName[]))
// Most of it at one house, where phones meet.
export const aHouse = fc.constantFrom(0, 0, 0, 1, 2, 3)
export const aNumber = fc.nat(999)

export const of = (world: World, who: PhoneName): Enumerator => world.people[who]

/** A house by its number among those that a phone shows. */
export function houseOf(world: World, who: PhoneName, number: number): HouseholdId {
  const shown = [...(world.people[who].phone.pages[0]?.work.households.value.keys() ?? [])].sort()
  return shown[number % shown.length] ?? world.house(number)
}

/** How many changes a phone has that nobody acknowledged: what is at risk while it is cut off. */
export function unsentOf({ phone: { disk } }: Enumerator): number {
  return (
    disk.rows('openChanges').length + disk.rows('outbox').filter(({ state }) => state === 'waiting').length
  )
}
