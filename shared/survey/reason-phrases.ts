import type { Text } from '../text.ts'
import type { Option } from './question.ts'

/*
 * Reasons that are mostly given, one tap each; our own lists. The key is what is stored, so that each phone reads it in
 * its own language and they can be counted; own words are stored as they were typed.
 */

/** Why something odd stands as it is. */
export const ODD_REASONS: readonly Option[] = [
  { key: 'sudah_ditanyakan', text: { id: 'Sudah ditanyakan lagi', en: 'Asked again' } },
  { key: 'sesuai_dokumen', text: { id: 'Sesuai dokumen', en: 'As in the documents' } },
  { key: 'tidak_ingat', text: { id: 'Responden tidak ingat', en: 'The respondent does not remember' } },
]

const NO_PICTURE: readonly Option[] = [
  { key: 'keberatan', text: { id: 'Responden keberatan', en: 'The respondent objects' } },
  { key: 'kamera_bermasalah', text: { id: 'Kamera bermasalah', en: 'Camera problem' } },
]

/** Why a family card has no picture. */
export const NO_CARD_REASONS: readonly Option[] = [
  ...NO_PICTURE,
  { key: 'dokumen_tidak_ada', text: { id: 'Dokumen tidak ada', en: 'There is no document' } },
]

/** Why the house has no picture. */
export const NO_VIEW_REASONS: readonly Option[] = [
  ...NO_PICTURE,
  { key: 'tidak_diizinkan', text: { id: 'Tidak diizinkan', en: 'Not allowed' } },
  { key: 'terlalu_gelap', text: { id: 'Terlalu gelap', en: 'Too dark' } },
]

/** Why a suggested problem does not fit. */
export const DECLINE_REASONS: readonly Option[] = [
  { key: 'masih_baik', text: { id: 'Keadaannya masih baik', en: 'The situation is still good' } },
  { key: 'hanya_sementara', text: { id: 'Hanya sementara', en: 'Only for a while' } },
  { key: 'sudah_tertangani', text: { id: 'Sudah tertangani', en: 'Already taken care of' } },
  { key: 'tidak_setuju', text: { id: 'Responden tidak setuju', en: 'The respondent disagrees' } },
]

/** Why another problem takes the place of a suggested one. */
export const CHANGE_REASONS: readonly Option[] = [
  { key: 'lain_lebih_tepat', text: { id: 'Masalah lain lebih tepat', en: 'Another problem fits better' } },
  { key: 'penyebab_lain', text: { id: 'Penyebabnya lain', en: 'The cause is another one' } },
  {
    key: 'responden_sebut_lain',
    text: { id: 'Responden menyebut masalah lain', en: 'The respondent names another problem' },
  },
]

const ALL = [...ODD_REASONS, ...NO_CARD_REASONS, ...NO_VIEW_REASONS, ...DECLINE_REASONS, ...CHANGE_REASONS]

/** A stored reason as it is read: a phrase in both languages, own words as they are. */
export function reasonText(reason: string): Text {
  return ALL.find(({ key }) => key === reason)?.text ?? { id: reason, en: reason }
}
