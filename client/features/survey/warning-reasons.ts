import type { Finding } from '../../../shared/review/findings.ts'
import type { Text } from '../../../shared/text.ts'

const ODD: readonly Text[] = [
  { id: 'Sudah ditanyakan lagi', en: 'Asked again' },
  { id: 'Sesuai dokumen', en: 'As in the documents' },
  { id: 'Responden tidak ingat', en: 'The respondent does not remember' },
]

const WITHOUT_PICTURE: readonly Text[] = [
  { id: 'Responden keberatan', en: 'The respondent objects' },
  { id: 'Kamera bermasalah', en: 'Camera problem' },
]

const WITHOUT_CARD: readonly Text[] = [
  ...WITHOUT_PICTURE,
  { id: 'Dokumen tidak ada', en: 'There is no document' },
]

const WITHOUT_VIEW: readonly Text[] = [
  ...WITHOUT_PICTURE,
  { id: 'Tidak diizinkan', en: 'Not allowed' },
  { id: 'Terlalu gelap', en: 'Too dark' },
]

/** Why a warning is mostly let stand: one tap each; our own lists. */
export function reasonsFor({ key, path }: Finding): readonly Text[] {
  if (key !== 'photo') return ODD
  return path.startsWith('attachments/kartu_keluarga') ? WITHOUT_CARD : WITHOUT_VIEW
}
