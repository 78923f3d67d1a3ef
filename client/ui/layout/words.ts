import { defineWords } from '../language/define-words.ts'

/** How far one is in what is done step by step. */
export const stepWords = defineWords({
  stepOf: {
    id: (step: number, total: number) => `${step} dari ${total}`,
    en: (step, total) => `${step} of ${total}`,
  },
  stepDone: { id: 'lengkap', en: 'complete' },
  stepOpen: { id: 'belum lengkap', en: 'not complete' },
  stepUnseen: { id: 'belum dibuka', en: 'not opened yet' },
  stepAttention: { id: 'perlu diperiksa', en: 'needs a look' },
  allSteps: { id: 'Semua bagian', en: 'All sections' },
})
