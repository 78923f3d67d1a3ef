import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EMPTY_DOCUMENT } from '../survey/document.ts'
import { answerAt, answersOf, documentOf, sameAnswer, withAnswers } from '../survey/path.ts'
import { groupPathsOf } from '../survey/groups.ts'
import { isSetByProgram } from '../survey/program-answers.ts'
import { arbitraryDocument } from '../../tests/support/arbitrary-documents.ts'
import { mergePatch } from './merge.ts'
import { applyPatch, joinPatches, patchBetween } from './patch.ts'

const three = [arbitraryDocument, arbitraryDocument, arbitraryDocument] as const

test('a document is the sum of its answers', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      expect(documentOf(answersOf(document))).toEqual(document)
    }),
  )
})

test('setting answers leaves the document as it was', () => {
  fc.assert(
    fc.property(arbitraryDocument, arbitraryDocument, (document, other) => {
      const before = structuredClone(document)
      withAnswers(document, answersOf(other))
      expect(document).toEqual(before)
    }),
  )
})

test('a patch leads from one document to the other, and two patches join to one', () => {
  fc.assert(
    fc.property(...three, (first, second, third) => {
      const [one, two] = [patchBetween(first, second), patchBetween(second, third)]
      expect(applyPatch(first, one)).toEqual(second)
      expect(applyPatch(first, joinPatches(one, two))).toEqual(third)
    }),
  )
})

test('[M5] merging the same change again changes nothing', () => {
  fc.assert(
    fc.property(...three, (base, server, phone) => {
      const patch = patchBetween(base, phone)
      const once = mergePatch(server, patch)
      const twice = mergePatch(once.document, patch)
      expect(twice.document).toEqual(once.document)
    }),
  )
})

test('[M1] a change over the version it was made on is taken whole', () => {
  fc.assert(
    fc.property(arbitraryDocument, arbitraryDocument, (base, phone) => {
      expect(mergePatch(base, patchBetween(base, phone))).toEqual({ document: phone, conflicts: [] })
    }),
  )
})

test('[M3] every answer offered is in the document or in a conflict, and nothing else changed', () => {
  fc.assert(
    fc.property(...three, (base, server, phone) => {
      const patch = patchBetween(base, phone)
      const { document, conflicts } = mergePatch(server, patch)
      const waiting = new Set(conflicts.flatMap(({ answers }) => Object.keys(answers)))
      for (const [path, { to }] of Object.entries(patch)) {
        const kept = waiting.has(path) ? answerAt(server, path) : to
        expect(sameAnswer(answerAt(document, path), kept)).toBe(true)
      }
      const others = [...answersOf(server).keys(), ...answersOf(document).keys()].filter(
        (path) => !patch[path],
      )
      for (const path of others) {
        expect(sameAnswer(answerAt(document, path), answerAt(server, path))).toBe(true)
      }
    }),
  )
})

test('[M2] a group of questions is taken together or not at all', () => {
  fc.assert(
    fc.property(...three, (base, server, phone) => {
      const { conflicts } = mergePatch(server, patchBetween(base, phone))
      for (const { answers } of conflicts) {
        const paths = Object.keys(answers)
        expect(new Set(paths)).toEqual(new Set(groupPathsOf(paths[0] ?? '')))
      }
    }),
  )
})

test('[M2] half of a group never goes through: a NIK against the reason why there is none', () => {
  const member = 'members/01900000-0000-7000-8000-000000000001'
  const base = documentOf([[`${member}/name`, 'Aminah']])
  const server = documentOf([...answersOf(base), [`${member}/nikMissing`, 'belum_punya']])
  const phone = documentOf([...answersOf(base), [`${member}/nik`, '3273015003809001']])
  const { document, conflicts } = mergePatch(server, patchBetween(base, phone))
  expect(document).toEqual(server)
  expect(conflicts).toHaveLength(1)
})

test('[M4] changes of different groups merge in any order to the same document', () => {
  fc.assert(
    fc.property(...three, (base, one, two) => {
      const first = patchBetween(base, one)
      const others = Object.entries(patchBetween(base, two)).filter(([path]) => !first[path])
      const second = Object.fromEntries(others)
      const there = mergePatch(mergePatch(base, first).document, second)
      const back = mergePatch(mergePatch(base, second).document, first)
      expect(there).toEqual(back)
    }),
  )
})

test('[M7] what the program sets is never in conflict: it is as the last change says, a group as a whole', () => {
  fc.assert(
    fc.property(...three, (base, server, phone) => {
      const patch = patchBetween(base, phone)
      const { document, conflicts } = mergePatch(server, patch)
      expect(conflicts.flatMap(({ answers }) => Object.keys(answers)).filter(isSetByProgram)).toEqual([])
      const set = Object.keys(patch).filter(isSetByProgram)
      const now = set.map((path) => answerAt(document, path))
      expect(now).toEqual(set.map((path) => answerAt(phone, path)))
    }),
  )
})

test('[M7] two phones at work on one visit disagree about nothing', () => {
  const visit = 'visits/01900000-0000-7000-8000-000000000003'
  const base = documentOf([[`${visit}/at`, '2026-11-23T10:00:00+07:00']])
  const server = documentOf([...answersOf(base), [`${visit}/form`, 2], [`${visit}/paradata`, '1;visit=20']])
  const phone = documentOf([
    [`${visit}/at`, '2026-11-23T10:05:00+07:00'],
    [`${visit}/form`, 3],
    [`${visit}/paradata`, '1;visit=35'],
  ])
  expect(mergePatch(server, patchBetween(base, phone))).toEqual({ document: phone, conflicts: [] })
})

test('an empty document has no answers and all its parts', () => {
  expect(answersOf(EMPTY_DOCUMENT).size).toBe(0)
  expect(Object.keys(documentOf([]))).toEqual(Object.keys(EMPTY_DOCUMENT))
})
