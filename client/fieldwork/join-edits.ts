import type { SurveyDocument } from '../../shared/survey/document.ts'
import { withAnswer, type Path } from '../../shared/survey/path.ts'
import { groupPathsOf } from '../../shared/survey/groups.ts'
import type { MergeConflict } from '../../shared/sync/merge.ts'
import { joinPatches, patchBetween, type Patch } from '../../shared/sync/patch.ts'
import type { Edit } from '../ports/field-work.ts'

export type Joined = { readonly document: SurveyDocument; readonly patch: Patch }

/**
 * Joins edits into what has gathered since the last sending. An edit starts from what the screen showed; so it
 * also decides a conflict: the own answer that the screen did not show gives way.
 * @param gathered the open change's patch
 */
export function joinEdits(
  shown: { readonly document: SurveyDocument; readonly conflicts: readonly MergeConflict[] },
  gathered: Patch,
  edits: readonly Edit[],
): Joined {
  const document = edits.reduce(
    (result, { path, to }) => withAnswer(result, path, cleanAnswer(to)),
    shown.document,
  )
  const steps = patchBetween(
    shown.document,
    document,
    edits.map(({ path }) => path),
  )
  const decided = shown.conflicts
    .flatMap(({ group }) => groupPathsOf(group))
    .filter((path) => Object.hasOwn(steps, path))
  return { document, patch: joinPatches(withoutPaths(gathered, new Set(decided)), steps) }
}

/** An emptied field is no answer. */
function cleanAnswer(to: Edit['to']): Edit['to'] {
  if (to === '') return null
  if (typeof to === 'string') return wellFormed(to)
  return typeof to === 'object' && to !== null ? to.map(wellFormed) : to
}

// Half an emoji, cut by a field's length: canonical JSON (RFC 8785) has no form for it, and no hash either.
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD')
}

function withoutPaths(patch: Patch, paths: ReadonlySet<Path>): Patch {
  return Object.fromEntries(Object.entries(patch).filter(([path]) => !paths.has(path)))
}
