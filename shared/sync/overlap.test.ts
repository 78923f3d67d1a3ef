import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerAt, answersOf, documentOf, sameAnswer } from '../survey/path.ts'
import { groupPathsOf } from '../survey/groups.ts'
import { isSetByProgram } from '../survey/program-answers.ts'
import type { SurveyDocument } from '../survey/document.ts'
import { arbitraryDocument } from '../../tests/support/arbitrary-documents.ts'
import { mergePatch } from './merge.ts'
import { overlapsOf } from './overlap.ts'
import { patchBetween, type Patch } from './patch.ts'

/** Asep's change came first, then Rina's, both made on the same version. */
function meet(base: SurveyDocument, asep: SurveyDocument, rina: SurveyDocument) {
  const [first, second] = [patchBetween(base, asep), patchBetween(base, rina)]
  const before = mergePatch(base, first).document
  const { document: after, conflicts } = mergePatch(before, second)
  const overlaps = overlapsOf(before, after, second, [{ author: 'asep', patch: first }])
  return { first, second, before, after, conflicts, overlaps }
}

const movedGroups = (patch: Patch) =>
  new Set(
    Object.entries(patch).flatMap(([path, { from, to }]) =>
      sameAnswer(from, to) || isSetByProgram(path) ? [] : [groupPathsOf(path)[0]],
    ),
  )

test('[M8] there is an overlap just where each answered a group that the other did not', () => {
  fc.assert(
    fc.property(arbitraryDocument, arbitraryDocument, arbitraryDocument, (base, asep, rina) => {
      const { first, second, overlaps } = meet(base, asep, rina)
      const [his, hers] = [movedGroups(first), movedGroups(second)]
      const isExpected = [...his].some((one) => !hers.has(one)) && [...hers].some((one) => !his.has(one))
      expect(overlaps.map(({ other }) => other)).toEqual(isExpected ? ['asep'] : [])
    }),
  )
})

test('[M8] what an overlap names stands in the document as its author said it, and none of it is in conflict', () => {
  fc.assert(
    fc.property(arbitraryDocument, arbitraryDocument, arbitraryDocument, (base, asep, rina) => {
      const { after, conflicts, overlaps } = meet(base, asep, rina)
      const disputed = new Set(conflicts.flatMap(({ answers }) => Object.keys(answers)))
      for (const { paths, otherPaths } of overlaps) {
        expect(paths.length * otherPaths.length).toBeGreaterThan(0)
        for (const path of paths) expect(answerAt(after, path)).toEqual(answerAt(rina, path))
        for (const path of otherPaths) expect(answerAt(after, path)).toEqual(answerAt(asep, path))
        for (const path of [...paths, ...otherPaths]) expect(disputed.has(path)).toBe(false)
        expect([...paths, ...otherPaths].filter(isSetByProgram)).toEqual([])
      }
    }),
  )
})

test('[M8] whoever of the two comes first, both sides are the same', () => {
  fc.assert(
    fc.property(arbitraryDocument, arbitraryDocument, arbitraryDocument, (base, asep, rina) => {
      const there = meet(base, asep, rina).overlaps.map(({ paths, otherPaths }) => [paths, otherPaths])
      const back = meet(base, rina, asep).overlaps.map(({ paths, otherPaths }) => [otherPaths, paths])
      expect(there).toEqual(back)
    }),
  )
})

test('[M5][M8] the same change again overlaps with nobody', () => {
  fc.assert(
    fc.property(arbitraryDocument, arbitraryDocument, arbitraryDocument, (base, asep, rina) => {
      const { first, second, after } = meet(base, asep, rina)
      const again = mergePatch(after, second).document
      expect(overlapsOf(after, again, second, [{ author: 'asep', patch: first }])).toEqual([])
    }),
  )
})

test('[M8] answers that a third person has replaced since are no side of an overlap', () => {
  const before = documentOf([['dwelling/floor', 'keramik']])
  const patch = patchBetween(before, documentOf([...answersOf(before), ['dwelling/roof', 'seng']]))
  const after = mergePatch(before, patch).document
  const unseen = [
    { author: 'asep', patch: { 'dwelling/floor': { from: null, to: 'tanah' } } },
    { author: 'dewi', patch: { 'dwelling/floor': { from: 'tanah', to: 'keramik' } } },
  ]
  expect(overlapsOf(before, after, patch, unseen)).toEqual([
    { other: 'dewi', paths: ['dwelling/roof'], otherPaths: ['dwelling/floor'] },
  ])
})
