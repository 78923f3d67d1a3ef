import type { Figure, Measurement } from './figure.ts'

const ascending = (samples: readonly number[]) => [...samples].sort((a, b) => a - b)

function at(sorted: readonly number[], index: number): number {
  const value = sorted[index]
  if (value === undefined) throw new RangeError('a figure needs at least one sample')
  return value
}

/**
 * The middle sample, or the mean of the two in the middle.
 * @throws RangeError without samples
 */
export function median(samples: readonly number[]): number {
  const sorted = ascending(samples)
  const upper = at(sorted, sorted.length >> 1)
  return sorted.length % 2 === 1 ? upper : (at(sorted, (sorted.length >> 1) - 1) + upper) / 2
}

/**
 * The smallest sample that 95 of 100 do not exceed (nearest rank, so always one that was measured; with fewer
 * than 20 samples it is the largest).
 * @throws RangeError without samples
 */
export function p95(samples: readonly number[]): number {
  return at(ascending(samples), Math.ceil(samples.length * 0.95) - 1)
}

/**
 * A figure of one suite from its samples. `reach` and `ok` stand in it only where a number was asked for.
 * @throws RangeError where there is no sample or one is not a finite number
 */
export function toFigure(suite: string, { name, unit, samples, reach }: Measurement): Figure {
  if (!samples.every(Number.isFinite)) throw new RangeError(`${suite} ${name}: a sample is not a number`)
  const value = median(samples)
  const measured = { suite, name, value, unit, n: samples.length, p95: p95(samples) }
  if (reach === undefined) return measured
  if ('atLeast' in reach) return { ...measured, reach: reach.atLeast, ok: value >= reach.atLeast }
  if ('atMost' in reach) return { ...measured, reach: reach.atMost, ok: value <= reach.atMost }
  return { ...measured, reach: reach.p95AtMost, of: 'p95', ok: measured.p95 <= reach.p95AtMost }
}
