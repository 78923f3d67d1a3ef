import type { AccountId, DeviceId } from '../../shared/ids.ts'
import type { AssignedArea, Role } from '../../shared/api/session.ts'

/** Who asks: an account on one of its devices, with the areas that it holds now. */
export type Actor = {
  readonly account: AccountId
  readonly name: string
  readonly role: Role
  readonly device: DeviceId
  readonly scopeVersion: number
  readonly areas: readonly AssignedArea[]
}

/** True where one of the actor's areas holds the place; the city admin holds the whole city. */
export function holdsArea(
  actor: Pick<Actor, 'role' | 'areas'>,
  place: { kelurahan: string; rw: string },
): boolean {
  if (actor.role === 'city-admin') return true
  return actor.areas.some(
    (area) => area.kelurahan === place.kelurahan && (area.rw === null || area.rw === place.rw),
  )
}
