import { patternOf, type Path } from './path.ts'

/**
 * Patterns of what the program sets beside people's answers: order keys and versions, times, machine texts, and what
 * stands in one atomic group with them. References and subjects are not among them: people choose those. They stand
 * apart from the questionnaire because a phone merges before it has loaded its texts.
 */
export const PROGRAM_ANSWERS: readonly string[] = [
  'visits/*/order',
  'visits/*/at',
  'visits/*/notBefore',
  'visits/*/form',
  'visits/*/paradata',
  'families/*/order',
  'members/*/order',
  'problems/*/order',
  'problems/*/rule',
  'problems/*/suggestedFor',
  'attachments/*/order',
  'attachments/*/kind',
  'attachments/*/sha256',
  'attachments/*/type',
  'attachments/*/bytes',
  'attachments/*/takenAt',
  'confirmations/*/order',
  'confirmations/*/of',
  'confirmations/*/check',
  'confirmations/*/over',
  'confirmations/*/reason',
]

const patterns = new Set(PROGRAM_ANSWERS)

/** True for an answer about which no two people disagree: rule [M7] of shared/sync/SPEC.md. */
export function isSetByProgram(path: Path): boolean {
  return patterns.has(patternOf(path))
}
