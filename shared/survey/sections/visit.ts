import type { Option, RuleScope, Section } from '../question.ts'
import { PURPOSES } from '../purposes.ts'
import { lastVisit } from '../document.ts'

/** Results of the ministry's verification app, in its order; its paper form of 2020 has another fifth. */
const VISIT_RESULTS: readonly Option[] = [
  { key: 'selesai', text: { id: 'Selesai didata', en: 'Completed' } },
  { key: 'tidak_ditemukan', text: { id: 'Tidak ditemukan', en: 'Not found' } },
  { key: 'pindah', text: { id: 'Pindah', en: 'Moved away' } },
  {
    key: 'bagian_rumah_tangga_lain',
    text: { id: 'Bagian dari rumah tangga lain', en: 'Part of another household' },
  },
  { key: 'menolak', text: { id: 'Menolak didata', en: 'Refused' } },
  { key: 'ganda', text: { id: 'Data ganda', en: 'Duplicate' } },
]

/** The rest of the questionnaire is asked only where the household was met and took part. */
export function isCompletedVisit({ document }: Pick<RuleScope, 'document'>): boolean {
  return lastVisit(document)?.[1].result === 'selesai'
}

export const visitSection: Section = {
  key: 'visit',
  text: { id: 'Kunjungan', en: 'Visit' },
  questions: [
    {
      path: 'visits/*/order',
      kind: 'order',
      text: { id: 'Urutan', en: 'Order' },
      sensitivity: 'none',
      purpose: PURPOSES.fieldwork,
    },
    {
      path: 'visits/*/at',
      kind: 'instant',
      text: { id: 'Waktu kunjungan', en: 'Time of visit' },
      sensitivity: 'none',
      purpose: PURPOSES.fieldwork,
    },
    {
      path: 'visits/*/result',
      kind: 'one-of',
      options: VISIT_RESULTS,
      text: { id: 'Hasil kunjungan', en: 'Visit result' },
      required: () => true,
      sensitivity: 'none',
      purpose: PURPOSES.fieldwork,
    },
    {
      path: 'visits/*/note',
      kind: 'note',
      maxLength: 1000,
      text: { id: 'Catatan kunjungan', en: 'Visit note' },
      help: {
        id: 'Misalnya: kepada siapa bertanya, pindah ke mana.',
        en: 'For example: whom you asked, where they moved.',
      },
      sensitivity: 'general',
      purpose: PURPOSES.fieldwork,
    },
  ],
}
