import type { Text } from '../../../shared/text.ts'

/** What is answered with a reason: that a suggestion does not fit, or that another problem takes its place. */
export type Doubt = 'decline' | 'change'

/** Why mostly: one tap each; our own lists. */
export const DOUBT_PHRASES: Readonly<Record<Doubt, readonly Text[]>> = {
  decline: [
    { id: 'Keadaannya masih baik', en: 'The situation is still good' },
    { id: 'Hanya sementara', en: 'Only for a while' },
    { id: 'Sudah tertangani', en: 'Already taken care of' },
    { id: 'Responden tidak setuju', en: 'The respondent disagrees' },
  ],
  change: [
    { id: 'Masalah lain lebih tepat', en: 'Another problem fits better' },
    { id: 'Penyebabnya lain', en: 'The cause is another one' },
    { id: 'Responden menyebut masalah lain', en: 'The respondent names another problem' },
  ],
}
