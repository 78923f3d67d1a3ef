import { defineWords } from '../../ui/language/define-words.ts'

/** Apart from the shell's words: no phone needs them before somebody follows an old link. */
export const notFoundWords = defineWords({
  title: { id: 'Halaman ini tidak ada', en: 'There is no such page' },
  text: {
    id: 'Mungkin tautannya lama, atau bukan untuk akun ini.',
    en: 'The link may be old, or not for this account.',
  },
  toStart: { id: 'Ke halaman awal', en: 'To the start' },
})
