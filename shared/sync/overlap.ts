import type { SurveyDocument } from '../survey/document.ts'
import { groupPathsOf } from '../survey/groups.ts'
import { answerAt, sameAnswer, type Path } from '../survey/path.ts'
import { isSetByProgram } from '../survey/program-answers.ts'
import type { Patch } from './patch.ts'

/** A change that somebody else's change did not know of. */
export type Unseen<Author> = { readonly author: Author; readonly patch: Patch }

/** Two people's answers to different questions that came together without either knowing of the other's. */
export type Overlap<Author> = {
  readonly other: Author
  /** what the merged change brought, sorted; never empty */
  readonly paths: readonly Path[]
  /** what the other had brought, sorted; never empty */
  readonly otherPaths: readonly Path[]
}

/**
 * Where a change met other people's that it was made without: what each brought that the other did not answer. What
 * the program sets is no answer, and neither is what conflicted, was brought by both, or stands no more. Pure; rule
 * [M8] of SPEC.md.
 * @param before the document that the change came to
 * @param after the same document with the change merged
 * @param unseen other people's changes since the version that it was made on, in any order
 * @returns one for each other author, in the order of the first change of each
 */
export function overlapsOf<Author>(
  before: SurveyDocument,
  after: SurveyDocument,
  patch: Patch,
  unseen: readonly Unseen<Author>[],
): readonly Overlap<Author>[] {
  const brought = Object.keys(patch).filter(
    (path) => !isSetByProgram(path) && !sameAnswer(answerAt(before, path), answerAt(after, path)),
  )
  const byAuthor = new Map<Author, Set<Path>>()
  for (const { author, patch: other } of unseen) {
    const standing = byAuthor.get(author) ?? new Set()
    for (const path of movedPaths(other)) {
      if (sameAnswer(answerAt(before, path), other[path]?.to ?? null)) standing.add(path)
    }
    byAuthor.set(author, standing)
  }
  const ownGroups = groupsOf(movedPaths(patch))
  return [...byAuthor].flatMap(([other, standing]) => {
    const otherGroups = groupsOf(standing)
    const paths = brought.filter((path) => !otherGroups.has(groupOf(path))).sort()
    const otherPaths = [...standing].filter((path) => !ownGroups.has(groupOf(path))).sort()
    return paths.length > 0 && otherPaths.length > 0 ? [{ other, paths, otherPaths }] : []
  })
}

/** A patch names whole groups: what its author did not touch leads to where it came from. */
function movedPaths(patch: Patch): readonly Path[] {
  return Object.entries(patch).flatMap(([path, { from, to }]) =>
    sameAnswer(from, to) || isSetByProgram(path) ? [] : [path],
  )
}

function groupsOf(paths: Iterable<Path>): ReadonlySet<Path> {
  return new Set([...paths].map(groupOf))
}

function groupOf(path: Path): Path {
  return groupPathsOf(path)[0] ?? path
}
