import type { AssignedArea } from '../../../shared/api/session.ts'
import { readNeighbourhood, type Area, type KelurahanCode } from '../../../shared/population/area.ts'

/** What was typed on the form of a new household. */
export type NewHousehold = {
  readonly kelurahan: string | null
  readonly rw: string
  readonly rt: string
  readonly address: string
}

export type NewHouseholdProblem = {
  readonly field: keyof NewHousehold
  readonly kind: 'missing' | 'number-wrong'
}

/** The household's area and address, or what stands in the way, in the order of the form. */
export function readNewHousehold(
  typed: NewHousehold,
): { readonly area: Area; readonly address: string } | readonly NewHouseholdProblem[] {
  const { kelurahan } = typed
  const rw = readNeighbourhood(typed.rw)
  const rt = readNeighbourhood(typed.rt)
  const address = typed.address.trim()
  const problems: NewHouseholdProblem[] = []
  if (kelurahan === null) problems.push({ field: 'kelurahan', kind: 'missing' })
  if (typed.rw.trim() === '') problems.push({ field: 'rw', kind: 'missing' })
  else if (rw === null) problems.push({ field: 'rw', kind: 'number-wrong' })
  if (typed.rt.trim() === '') problems.push({ field: 'rt', kind: 'missing' })
  else if (rt === null) problems.push({ field: 'rt', kind: 'number-wrong' })
  if (address === '') problems.push({ field: 'address', kind: 'missing' })
  if (problems.length > 0 || kelurahan === null || rw === null || rt === null) return problems
  return { area: { kelurahan: kelurahan as KelurahanCode, rw, rt }, address }
}

/**
 * RWs of a kelurahan that an account is bound to.
 * @returns null where it is bound to the whole kelurahan
 */
export function assignedRws(
  areas: readonly AssignedArea[],
  kelurahan: string | null,
): readonly string[] | null {
  const rws = areas.filter((area) => area.kelurahan === kelurahan).map(({ rw }) => rw)
  if (rws.includes(null)) return null
  return [...new Set(rws.filter((rw) => rw !== null))].sort()
}
