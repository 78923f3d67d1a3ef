import { createContext } from 'preact'
import type { NikHintDesk } from '../../ports/nik-hints.ts'

/** What is known of the NIK of neighbours while a survey is open; null where nobody tells. */
export const NikHintsContext = createContext<NikHintDesk | null>(null)
