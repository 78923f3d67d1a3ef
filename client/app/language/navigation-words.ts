import { defineWords } from '../../ui/language/define-words.ts'

/** Apart from the shell's words: only desks have several parts. */
export const navigationWords = defineWords({
  mainNavigation: { id: 'Bagian aplikasi', en: 'Parts of the app' },
  reviews: { id: 'Tinjauan', en: 'Reviews' },
  assignments: { id: 'Penugasan', en: 'Assignments' },
  imports: { id: 'Impor', en: 'Imports' },
  periods: { id: 'Periode', en: 'Periods' },
})
