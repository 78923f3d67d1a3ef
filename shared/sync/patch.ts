import type { Answer, SurveyDocument } from '../survey/document.ts'
import { answerAt, answersOf, sameAnswer, withAnswers, type Path } from '../survey/path.ts'
import { groupPathsOf } from '../survey/groups.ts'

/** One answer's step; null stands for no answer. */
export type Step = { readonly from: Answer | null; readonly to: Answer | null }

/** What a change does to a survey, answer by answer. */
export type Patch = { readonly [path: Path]: Step }

/**
 * The steps from one document to another. Where one question of an atomic group changed, the whole group is
 * named, so that the merge can see that the others stayed.
 * @param among the only paths that may differ, where that is known
 */
export function patchBetween(
  before: SurveyDocument,
  after: SurveyDocument,
  among: Iterable<Path> = [...answersOf(before).keys(), ...answersOf(after).keys()],
): Patch {
  const changed = [...new Set(among)].filter(
    (path) => !sameAnswer(answerAt(before, path), answerAt(after, path)),
  )
  const named = new Set(changed.flatMap((path) => groupPathsOf(path)))
  return Object.fromEntries(
    [...named].sort().map((path) => [path, { from: answerAt(before, path), to: answerAt(after, path) }]),
  )
}

/** The document with every step taken, whatever it held: for one's own edits, not for merging. */
export function applyPatch(document: SurveyDocument, patch: Patch): SurveyDocument {
  return withAnswers(
    document,
    Object.entries(patch).map(([path, step]) => [path, step.to] as const),
  )
}

/** Two patches of one author, one after the other, as one. Steps that lead back are dropped unless grouped. */
export function joinPatches(first: Patch, second: Patch): Patch {
  const joined: Record<Path, Step> = { ...first }
  for (const [path, step] of Object.entries(second)) {
    joined[path] = { from: first[path] ? first[path].from : step.from, to: step.to }
  }
  const moved = new Set(
    Object.entries(joined)
      .filter(([, step]) => !sameAnswer(step.from, step.to))
      .flatMap(([path]) => groupPathsOf(path)),
  )
  return Object.fromEntries(Object.entries(joined).filter(([path]) => moved.has(path)))
}
