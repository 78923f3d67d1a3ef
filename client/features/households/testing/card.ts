import type { HouseholdId } from '../../../../shared/ids.ts'
import type { KelurahanCode } from '../../../../shared/population/area.ts'
import type { CardState, HouseholdCard } from '../../../ports/field-work.ts'

/** A household of Sukarasa for tests; `door` is the number in its alley. */
export function cardAt(
  id: string,
  { rw = '005', rt = '003', door = 1, state = 'not-visited' as CardState['kind'] } = {},
): HouseholdCard {
  return {
    household: id as HouseholdId,
    name: id,
    address: `Gg. Mawar ${door}`,
    area: { kelurahan: '32.73.01.1001' as KelurahanCode, rw, rt },
    members: 3,
    state: stateOf(state),
    unsent: false,
    added: false,
    changedAt: '2026-11-23T02:00:00.000Z',
    searchText: id,
  }
}

function stateOf(kind: CardState['kind']): CardState {
  switch (kind) {
    case 'draft':
      return { kind, completeness: 0.5, refused: null }
    case 'revisit':
      return { kind, on: null }
    case 'received':
      return { kind, at: '2026-11-23T02:00:00.000Z' }
    case 'returned':
    case 'rejected':
      return { kind, reason: 'Periksa NIK' }
    case 'quarantined':
      return { kind, fault: null }
    default:
      return { kind }
  }
}
