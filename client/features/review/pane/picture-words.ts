import { defineWords } from '../../../ui/language/define-words.ts'
import { counted } from '../../../ui/language/counted.ts'

export const pictureWords = defineWords({
  title: { id: 'Foto', en: 'Photos' },
  missing: {
    id: (count: string) => `${count} foto belum tiba`,
    en: (count) => counted(count, 'photo has not arrived', 'photos have not arrived'),
  },
  notArrived: { id: 'Foto belum tiba', en: 'Not arrived yet' },
  notArrivedText: {
    id: 'Masih di ponsel pendata; dikirim sendiri begitu bisa.',
    en: 'Still on the enumerator’s phone; sent by itself as soon as possible.',
  },
  unreadable: { id: 'Foto tidak dapat dimuat', en: 'The photo cannot be loaded' },
  enlarge: { id: (label: string) => `Perbesar foto ${label}`, en: (label) => `Enlarge the photo “${label}”` },
  takenAt: { id: (when: string) => `Diambil ${when}`, en: (when) => `Taken ${when}` },
  photo: { id: 'Foto', en: 'Photo' },
  close: { id: 'Tutup', en: 'Close' },
})
