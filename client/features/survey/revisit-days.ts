const DAY_MS = 24 * 60 * 60 * 1000

/** The days that are offered for the next visit: today, tomorrow and the day after, `YYYY-MM-DD`. */
export function revisitDays(today: string): readonly [today: string, tomorrow: string, after: string] {
  const start = Date.parse(`${today}T00:00:00Z`)
  const day = (after: number) => new Date(start + after * DAY_MS).toISOString().slice(0, 10)
  return [day(0), day(1), day(2)]
}
