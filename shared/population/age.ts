/**
 * Full years lived on a date.
 * @param birthDate `YYYY-MM-DD`
 * @param onDate `YYYY-MM-DD`
 * @returns null where the person was not yet born on that date
 */
export function ageInYears(birthDate: string, onDate: string): number | null {
  if (birthDate > onDate) return null
  const years = Number(onDate.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return onDate.slice(5) < birthDate.slice(5) ? years - 1 : years
}
