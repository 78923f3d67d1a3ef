import type { Text } from '../text.ts'

/** Why a question is asked; told to the respondent (UU 27/2022 Art. 21). */
export const PURPOSES = {
  fieldwork: { id: 'Mencatat hasil kunjungan', en: 'To record what the visit found' },
  law: {
    id: 'Mencatat kepada siapa pemberitahuan privasi disampaikan',
    en: 'To record who was given the privacy notice',
  },
  find: { id: 'Menemukan rumah dan wilayahnya', en: 'To find the house and its area' },
  identify: {
    id: 'Memastikan orangnya dan mencegah data ganda',
    en: 'To be sure of the person and to prevent duplicates',
  },
  welfare: { id: 'Menilai kelayakan tempat tinggal', en: 'To judge whether the dwelling is fit' },
  livelihood: {
    id: 'Menilai kemampuan memenuhi kebutuhan hidup',
    en: 'To judge whether daily needs can be met',
  },
  health: { id: 'Memilih layanan kesehatan yang tepat', en: 'To choose the right health service' },
  intervene: { id: 'Memilih layanan yang tepat', en: 'To choose the right service' },
  evidence: { id: 'Membuktikan keadaan rumah dan keluarga', en: 'To show how the house and the family are' },
  quality: { id: 'Menjaga mutu pendataan', en: 'To keep the quality of the data' },
} as const satisfies Record<string, Text>
