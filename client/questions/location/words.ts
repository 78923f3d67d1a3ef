import { defineWords } from '../../ui/language/define-words.ts'

export const locationWords = defineWords({
  take: { id: 'Ambil lokasi', en: 'Take the location' },
  takeAgain: { id: 'Ambil lagi', en: 'Take it again' },
  tryAgain: { id: 'Coba lagi', en: 'Try again' },
  searching: { id: 'Mencari lokasi …', en: 'Looking for the location …' },
  accuracy: { id: (metres: string) => `Akurasi ${metres}`, en: (metres) => `Accurate to ${metres}` },
  stillSearching: {
    id: (seconds: number) => `masih mencari (${seconds} dtk)`,
    en: (seconds) => `still looking (${seconds} s)`,
  },
  takeThis: {
    id: (metres: string) => `Pakai yang ini (${metres})`,
    en: (metres) => `Use this one (${metres})`,
  },
  stop: { id: 'Berhenti mencari', en: 'Stop looking' },
  good: { id: 'Lokasi diambil', en: 'Location taken' },
  poor: { id: 'Lokasi kurang teliti, tetap dipakai', en: 'Location not exact, used all the same' },
  outdone: {
    id: (metres: string) => `Yang baru kurang teliti (${metres}). Lokasi tadi tetap dipakai.`,
    en: (metres) => `The new one is less exact (${metres}). The location from before stays.`,
  },
  fromKnown: {
    id: (distance: string) => `${distance} dari lokasi sebelumnya`,
    en: (distance) => `${distance} from the last location`,
  },
  withdrawn: { id: 'Lokasi dihapus', en: 'The location was removed' },
  undo: { id: 'Urungkan', en: 'Undo' },
  without: { id: 'Tanpa lokasi', en: 'Without a location' },
})
