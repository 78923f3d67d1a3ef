import { entryOf, pathOf, patternOf, type Path } from './path.ts'

/**
 * Atomic groups: patterns of the questions that only make sense together, in the order of the questionnaire, whose
 * questions name their group too. They stand apart from it because a phone merges before it has loaded its texts.
 */
export const GROUPS: readonly (readonly string[])[] = [
  ['visits/*/result', 'visits/*/revisitOn'],
  ['visits/*/sameAs', 'visits/*/sameHousehold'],
  ['visits/*/respondent', 'visits/*/respondentName'],
  ['notice/how', 'notice/to'],
  ['location/kelurahan', 'location/rw', 'location/rt'],
  ['location/position', 'location/positionMissing'],
  ['members/*/nik', 'members/*/nikMissing'],
  ['members/*/schooling', 'members/*/schoolLevel'],
  ['members/*/worked', 'members/*/seeksWork', 'members/*/workStatus', 'members/*/industry'],
  ['members/*/pregnant', 'members/*/antenatal'],
  ['members/*/insurance', 'members/*/insuranceActive'],
  ['dwelling/powerSource', 'dwelling/powerWatt'],
  ['problems/*/subject', 'problems/*/code'],
  [
    'attachments/*/kind',
    'attachments/*/sha256',
    'attachments/*/type',
    'attachments/*/bytes',
    'attachments/*/takenAt',
  ],
  ['confirmations/*/of', 'confirmations/*/check', 'confirmations/*/over', 'confirmations/*/reason'],
]

const groupByPattern = new Map(GROUPS.flatMap((group) => group.map((pattern) => [pattern, group] as const)))

/**
 * Paths that merge together with this one (itself among them): the questions of its atomic group in the same
 * roster entry.
 */
export function groupPathsOf(path: Path): readonly Path[] {
  const patterns = groupByPattern.get(patternOf(path))
  return patterns ? patterns.map((pattern) => pathOf(pattern, entryOf(path))) : [path]
}
