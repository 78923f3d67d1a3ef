import type { Roster } from '../../../shared/survey/document.ts'

/** Order key of an entry that comes after all others, removed ones too. */
export function nextOrder(...rosters: readonly Roster<{ readonly order?: number }>[]): number {
  const orders = rosters.flatMap((roster) => Object.values(roster).map(({ order }) => order ?? 0))
  return Math.floor(Math.max(0, ...orders)) + 1
}
