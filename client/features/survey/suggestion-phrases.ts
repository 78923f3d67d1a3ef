import type { Text } from '../../../shared/text.ts'

/** Why a suggestion mostly does not fit: one tap each; our own list. */
export const DECLINE_PHRASES: readonly Text[] = [
  { id: 'Keadaannya masih baik', en: 'The situation is still good' },
  { id: 'Hanya sementara', en: 'Only for a while' },
  { id: 'Sudah tertangani', en: 'Already taken care of' },
  { id: 'Responden tidak setuju', en: 'The respondent disagrees' },
]
