import type { Finding } from '../../../shared/review/findings.ts'
import type { Text } from '../../../shared/text.ts'

const ODD: readonly Text[] = [
  { id: 'Sudah ditanyakan lagi', en: 'Asked again' },
  { id: 'Sesuai dokumen', en: 'As in the documents' },
  { id: 'Responden tidak ingat', en: 'The respondent does not remember' },
]

const WITHOUT_PICTURE: readonly Text[] = [
  { id: 'Responden keberatan', en: 'The respondent objects' },
  { id: 'Kamera bermasalah', en: 'The camera fails' },
  { id: 'Dokumen tidak ada', en: 'There is no document' },
]

/** Why a warning is mostly let stand: one tap each; our own lists. */
export function reasonsFor({ key }: Finding): readonly Text[] {
  return key === 'photo' ? WITHOUT_PICTURE : ODD
}
