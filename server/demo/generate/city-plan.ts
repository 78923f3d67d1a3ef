import { KELURAHAN, type Kelurahan } from '../../../shared/population/area.ts'
import { createRandom, type Random } from './random.ts'

/** A kelurahan with the number of RT in each RW, RW 1 first. */
export type PlannedKelurahan = { readonly kelurahan: Kelurahan; readonly rtCounts: readonly number[] }

export type Neighbourhood = { readonly kelurahan: Kelurahan; readonly rw: number; readonly rt: number }

/** The plan is the same whatever the seed of a list: the next list must know the same RW. */
const PLAN_SEED = 3273

/**
 * A made-up plan of the city's 151 real kelurahan: 4 to 14 RW each and 3 to 10 RT in each of those, so that the
 * sums come near the city's 1,594 RW and 9,941 RT (docs/domain.md section 7).
 */
export function planCity(): readonly PlannedKelurahan[] {
  const random = createRandom(PLAN_SEED)
  return KELURAHAN.map((kelurahan) => {
    // The larger of two draws: most kelurahan have ten RW or more, a few have four.
    const rws = Math.max(random.int(3, 14), random.int(4, 14))
    return { kelurahan, rtCounts: Array.from({ length: rws }, () => random.int(3, 10)) }
  })
}

/** Shares households among kelurahan by their number of RT; the sum is exact. */
export function shareHouseholds(plan: readonly PlannedKelurahan[], households: number): readonly number[] {
  const weights = plan.map(({ rtCounts }) => sum(rtCounts))
  const total = sum(weights)
  let weightBefore = 0
  return weights.map((weight) => {
    const from = Math.round((weightBefore / total) * households)
    weightBefore += weight
    return Math.round((weightBefore / total) * households) - from
  })
}

/** Places for a kelurahan's households, one each, in the order of RW and RT. */
export function* placesIn(
  { kelurahan, rtCounts }: PlannedKelurahan,
  households: number,
  random: Random,
): Generator<Neighbourhood> {
  const places = rtCounts.flatMap((rts, index) =>
    Array.from({ length: rts }, (_, rt) => ({ kelurahan, rw: index + 1, rt: rt + 1 })),
  )
  const counts = places.map(() => Math.floor(households / places.length))
  for (let left = households - sum(counts); left > 0; left -= 1) {
    const place = random.int(0, places.length - 1)
    counts[place] = (counts[place] ?? 0) + 1
  }
  for (const [index, place] of places.entries()) {
    for (let household = 0; household < (counts[index] ?? 0); household += 1) yield place
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
