/** Where each row begins, and after the last one the whole height; in the unit of the heights. */
export function topsOf(heights: readonly number[]): readonly number[] {
  const tops = [0]
  for (const height of heights) tops.push((tops.at(-1) ?? 0) + height)
  return tops
}

/** Rows from `first` up to but without `end`. */
export type Rows = { readonly first: number; readonly end: number }

/**
 * The rows that touch the stretch between two heights.
 * @param tops as `topsOf` gives them
 */
export function windowOf(tops: readonly number[], from: number, to: number): Rows {
  const count = tops.length - 1
  const first = Math.max(0, lastAtOrBelow(tops, from))
  let end = first
  while (end < count && (tops[end] ?? 0) < to) end++
  return { first: Math.min(first, count), end }
}

function lastAtOrBelow(tops: readonly number[], height: number): number {
  let low = 0
  let high = tops.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((tops[middle] ?? 0) <= height) low = middle
    else high = middle - 1
  }
  return low
}
