import type { AccountId } from '../../../shared/ids.ts'
import type { Path } from '../../../shared/survey/path.ts'
import type { StoredOverlap } from '../../records/overlap-store.ts'

/** Two people who answered parts of one survey without knowing of each other's answers. */
export type OverlapPair = {
  /** what each of the two answered, the later one first */
  readonly sides: readonly { readonly account: AccountId; readonly paths: readonly Path[] }[]
  /** when the last of it came together */
  readonly at: string
}

/**
 * A survey's overlaps by pair of people, whoever of the two came later and in however many changes.
 * @param overlaps in the order of their versions
 */
export function overlapPairs(overlaps: readonly StoredOverlap[]): readonly OverlapPair[] {
  const byPair = new Map<string, StoredOverlap[]>()
  for (const overlap of overlaps) {
    const pair = [overlap.account, overlap.other].sort().join(' ')
    byPair.set(pair, [...(byPair.get(pair) ?? []), overlap])
  }
  return [...byPair.values()].map((ofPair) => {
    const paths = new Map<AccountId, Set<Path>>()
    for (const { account, paths: own, other, otherPaths } of ofPair.toReversed()) {
      paths.set(account, new Set([...(paths.get(account) ?? []), ...own]))
      paths.set(other, new Set([...(paths.get(other) ?? []), ...otherPaths]))
    }
    return {
      sides: [...paths].map(([account, answered]) => ({ account, paths: [...answered].sort() })),
      at: ofPair.at(-1)?.at ?? '',
    }
  })
}
