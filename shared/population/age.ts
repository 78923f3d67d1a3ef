/**
 * Full years lived on a date. Where month or day of the birth is not known, the middle of what it may be counts:
 * 1 July of the year, the 15th of the month (our own choice).
 * @param birthDate `YYYY-MM-DD`, `YYYY-MM` or `YYYY`
 * @param onDate `YYYY-MM-DD`; null where nobody knows the day
 * @returns null where the person was not yet born on that date, or the day is not known
 */
export function ageInYears(birthDate: string, onDate: string | null): number | null {
  if (onDate === null) return null
  const born =
    MIDDLES[birthDate.length] === undefined ? birthDate : `${birthDate}${MIDDLES[birthDate.length]}`
  // Who may have been born by then is no older than a newborn.
  if (born > onDate) return onDate.startsWith(birthDate) ? 0 : null
  const years = Number(onDate.slice(0, 4)) - Number(born.slice(0, 4))
  return onDate.slice(5) < born.slice(5) ? years - 1 : years
}

const MIDDLES: Readonly<Record<number, string>> = { 4: '-07-01', 7: '-15' }
