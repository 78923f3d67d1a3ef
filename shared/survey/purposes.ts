import type { Text } from '../text.ts'

/** Why a question is asked; told to the respondent (UU 27/2022 Art. 21). */
export const PURPOSES = {
  fieldwork: { id: 'Mencatat hasil kunjungan', en: 'To record what the visit found' },
  find: { id: 'Menemukan rumah dan wilayahnya', en: 'To find the house and its area' },
  identify: {
    id: 'Memastikan orangnya dan mencegah data ganda',
    en: 'To be sure of the person and to prevent duplicates',
  },
  welfare: { id: 'Menilai kelayakan tempat tinggal', en: 'To judge whether the dwelling is fit' },
  intervene: { id: 'Memilih layanan yang tepat', en: 'To choose the right service' },
} as const satisfies Record<string, Text>
