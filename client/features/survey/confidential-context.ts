import { createContext } from 'preact'
import type { ConfidentialVisits } from '../../ports/confidential.ts'

/** Where the survey that is open asks for confidential visits; null where nobody may ask. */
export const ConfidentialContext = createContext<ConfidentialVisits | null>(null)
