import type { Answer, SurveyDocument } from '../survey/document.ts'
import { answerAt, sameAnswer, withAnswers, type Path } from '../survey/path.ts'
import { groupPathsOf } from '../survey/groups.ts'
import { isSetByProgram } from '../survey/program-answers.ts'
import type { Patch } from './patch.ts'

/** An atomic group (often one question) in which two accounts disagree; `current` stays until a person chooses. */
export type MergeConflict = {
  /** first path of the group in the order of the questionnaire: names the group in its survey */
  readonly group: Path
  readonly answers: {
    readonly [path: Path]: { readonly current: Answer | null; readonly offered: Answer | null }
  }
}

export type Merge = { readonly document: SurveyDocument; readonly conflicts: readonly MergeConflict[] }

/**
 * Merges a change into a document, group by group: a group conflicts where a current answer is neither what
 * the change started from nor what it leads to; then nothing of the group is taken. What the program sets never
 * conflicts. Pure; the same function runs on the phone and on the server. Rules [M1] to [M4] and [M7] of SPEC.md.
 */
export function mergePatch(document: SurveyDocument, patch: Patch): Merge {
  const conflicts: MergeConflict[] = []
  const taken: [Path, Answer | null][] = []
  const seen = new Set<Path>()
  for (const path in patch) {
    if (seen.has(path)) continue
    const named = groupPathsOf(path)
    // Most questions merge alone, and a phone merges all its work again with each answer.
    const paths = named.length === 1 ? named : named.filter((mate) => Object.hasOwn(patch, mate))
    for (const mate of paths) seen.add(mate)
    const disagrees = paths.some((mate) => {
      const step = patch[mate]
      if (!step) return false
      const current = answerAt(document, mate)
      return !sameAnswer(current, step.from) && !sameAnswer(current, step.to) && !isSetByProgram(mate)
    })
    if (disagrees) conflicts.push({ group: named[0] ?? path, answers: sidesOf(document, patch, paths) })
    else for (const mate of paths) taken.push([mate, patch[mate]?.to ?? null])
  }
  conflicts.sort((one, other) => (one.group < other.group ? -1 : 1))
  return { document: withAnswers(document, taken), conflicts }
}

function sidesOf(document: SurveyDocument, patch: Patch, paths: readonly Path[]): MergeConflict['answers'] {
  return Object.fromEntries(
    paths.map((path) => [path, { current: answerAt(document, path), offered: patch[path]?.to ?? null }]),
  )
}
