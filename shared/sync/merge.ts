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
  for (const [group, paths] of groupsOf(patch)) {
    const disagrees = paths.some((path) => {
      const current = answerAt(document, path)
      const step = patch[path]
      return step && !isSetByProgram(path) && !sameAnswer(current, step.from) && !sameAnswer(current, step.to)
    })
    if (disagrees) conflicts.push({ group, answers: sidesOf(document, patch, paths) })
    else for (const path of paths) taken.push([path, patch[path]?.to ?? null])
  }
  return { document: withAnswers(document, taken), conflicts }
}

function groupsOf(patch: Patch): Map<Path, readonly Path[]> {
  const groups = new Map<Path, Path[]>()
  for (const path of Object.keys(patch).sort()) {
    const group = groupPathsOf(path)[0] ?? path
    groups.set(group, [...(groups.get(group) ?? []), path])
  }
  return groups
}

function sidesOf(document: SurveyDocument, patch: Patch, paths: readonly Path[]): MergeConflict['answers'] {
  return Object.fromEntries(
    paths.map((path) => [path, { current: answerAt(document, path), offered: patch[path]?.to ?? null }]),
  )
}
