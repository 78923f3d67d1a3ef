import type { Option, Section } from '../question.ts'
import { PURPOSES } from '../purposes.ts'
import { isCompletedVisit } from '../rules.ts'

/** The three pictures of the ground check of DTSEN (front, inside, KK); docs/domain.md section 3. `lainnya` is our own. */
export const PHOTO_KINDS: readonly Option[] = [
  { key: 'rumah_depan', text: { id: 'Rumah dari depan', en: 'House from the front' } },
  { key: 'rumah_dalam', text: { id: 'Bagian dalam rumah', en: 'Inside of the house' } },
  { key: 'kartu_keluarga', text: { id: 'Kartu Keluarga', en: 'Family card' } },
  { key: 'lainnya', text: { id: 'Foto lain', en: 'Another photo' } },
]

/** Kinds that a completed visit should bring; of the card one for each family: `expectedPhotos`. */
export const EXPECTED_PHOTOS = ['rumah_depan', 'rumah_dalam', 'kartu_keluarga'] as const

const REMOVALS: readonly Option[] = [{ key: 'batal', text: { id: 'Dihapus', en: 'Deleted' } }]

const MACHINE = { sensitivity: 'none', purpose: PURPOSES.quality } as const

export const closingSection: Section = {
  key: 'closing',
  text: { id: 'Foto dan penutup', en: 'Photos and closing' },
  questions: [
    {
      path: 'attachments/*/order',
      kind: 'order',
      text: { id: 'Urutan', en: 'Order' },
      since: 2,
      ...MACHINE,
    },
    {
      path: 'attachments/*/kind',
      kind: 'one-of',
      options: PHOTO_KINDS,
      text: { id: 'Isi foto', en: 'What it shows' },
      since: 2,
      group: 'picture',
      ...MACHINE,
    },
    {
      path: 'attachments/*/family',
      kind: 'reference',
      to: 'family',
      text: { id: 'Keluarga', en: 'Family' },
      since: 2,
      ...MACHINE,
    },
    {
      path: 'attachments/*/sha256',
      kind: 'photo',
      text: { id: 'Foto', en: 'Photo' },
      since: 2,
      group: 'picture',
      sensitivity: 'specific',
      purpose: PURPOSES.evidence,
    },
    {
      path: 'attachments/*/type',
      kind: 'token',
      maxLength: 40,
      text: { id: 'Jenis berkas', en: 'Kind of file' },
      since: 2,
      group: 'picture',
      ...MACHINE,
    },
    {
      path: 'attachments/*/bytes',
      kind: 'order',
      text: { id: 'Ukuran berkas', en: 'Size of the file' },
      since: 2,
      group: 'picture',
      ...MACHINE,
    },
    {
      path: 'attachments/*/takenAt',
      kind: 'instant',
      text: { id: 'Waktu foto', en: 'Time of the photo' },
      since: 2,
      group: 'picture',
      ...MACHINE,
    },
    {
      path: 'attachments/*/removed',
      kind: 'one-of',
      options: REMOVALS,
      text: { id: 'Dihapus', en: 'Deleted' },
      since: 2,
      ...MACHINE,
    },
    {
      path: 'economy/wishes',
      kind: 'text',
      maxLength: 1000,
      lines: 3,
      text: { id: 'Harapan keluarga', en: 'What the family hopes for' },
      help: {
        id: 'Tulis dengan kata-kata responden sendiri.',
        en: 'Write it in the respondent’s own words.',
      },
      relevant: isCompletedVisit,
      since: 2,
      sensitivity: 'specific',
      purpose: PURPOSES.intervene,
    },
    {
      path: 'visits/*/remarks',
      kind: 'text',
      maxLength: 1000,
      lines: 3,
      text: { id: 'Catatan pendata', en: 'Enumerator’s remarks' },
      relevant: isCompletedVisit,
      since: 2,
      sensitivity: 'general',
      purpose: PURPOSES.quality,
    },
    {
      path: 'notice/signature',
      kind: 'signature',
      text: { id: 'Tanda tangan responden', en: 'Respondent’s signature' },
      help: {
        id: 'Tanda bahwa pendataan berlangsung dan pemberitahuan privasi disampaikan. Boleh dikosongkan.',
        en: 'A sign that the survey took place and the privacy notice was given. It may stay empty.',
      },
      relevant: isCompletedVisit,
      since: 2,
      sensitivity: 'specific',
      purpose: PURPOSES.law,
    },
    ...(['order', 'of', 'check', 'over', 'reason'] as const).map((field) =>
      field === 'order'
        ? {
            path: 'confirmations/*/order',
            kind: 'order' as const,
            text: { id: 'Urutan', en: 'Order' },
            since: 2,
            ...MACHINE,
          }
        : {
            path: `confirmations/*/${field}`,
            kind: 'token' as const,
            maxLength: field === 'over' ? 2000 : 300,
            text: { id: 'Peringatan yang dipastikan', en: 'Confirmed warning' },
            since: 2,
            group: 'confirmation',
            ...MACHINE,
            // What the warning went by is kept word for word, to notice that it has changed.
            ...(field === 'over' && { sensitivity: 'specific' as const }),
          },
    ),
  ],
}
