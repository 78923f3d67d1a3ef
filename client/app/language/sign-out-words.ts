import { defineWords } from '../../ui/language/define-words.ts'
import { counted } from '../../ui/language/counted.ts'

/** Apart from the shell's words: they come with their dialog. */
export const signOutWords = defineWords({
  title: { id: 'Keluar dari perangkat ini?', en: 'Sign out of this device?' },
  unsent: {
    id: (count: string) =>
      `${count} survei belum terkirim. Semuanya tetap tersimpan di ponsel ini dan dikirim setelah Anda masuk lagi di sini.`,
    en: (count) =>
      `${counted(count, 'survey has', 'surveys have')} not been sent. All of it is kept on this phone and is sent once you sign in here again.`,
  },
  photos: {
    id: (photos: string) =>
      `${photos}. Foto tetap tersimpan di ponsel ini dan dikirim setelah Anda masuk lagi di sini.`,
    en: (photos) => `${photos}. Photos are kept on this phone and are sent once you sign in here again.`,
  },
  stay: { id: 'Tetap masuk', en: 'Stay signed in' },
  signOut: { id: 'Tetap keluar', en: 'Sign out anyway' },
})
