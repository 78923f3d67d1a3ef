const FIRST_MS = 2_000
const MOST_MS = 5 * 60_000

/**
 * Pause before the next try, ms: doubles with each failure up to five minutes, spread by half so that the
 * phones of a whole city do not come back at once.
 * @param failures in a row, from 1
 * @param chance from 0 to 1
 */
export function retryDelayMs(failures: number, chance: number): number {
  const delay = Math.min(MOST_MS, FIRST_MS * 2 ** (failures - 1))
  return Math.round(delay * (0.5 + chance / 2))
}
