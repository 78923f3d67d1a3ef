import type { AssignedArea } from '../../../shared/api/session.ts'
import { findKelurahan } from '../../../shared/population/area.ts'
import { useWords } from '../../ui/language/language.ts'
import { assignmentWords } from './words.ts'

/** What an area that can be given goes by: `RW 005 Sukarasa`, `Seluruh Sukarasa`. */
export function useAreaName(): (area: AssignedArea) => string {
  const words = useWords(assignmentWords)
  return ({ kelurahan, rw }) => {
    const name = findKelurahan(kelurahan)?.name ?? kelurahan
    if (rw === null) return words.wholeKelurahan(name)
    return rw === '000' ? words.rwUnknownOf(name) : words.rwOf(rw, name)
  }
}
