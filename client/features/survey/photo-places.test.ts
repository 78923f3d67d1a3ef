import { expect, test } from 'vitest'
import type { AttachmentAnswers } from '../../../shared/survey/document.ts'
import { otherUseOf, photoPlaces } from './photo-places.ts'

const photo = (kind: string, order: number): AttachmentAnswers => ({ kind, order, sha256: 'a'.repeat(64) })

const placesOf = (attachments: Record<string, AttachmentAnswers>) =>
  photoPlaces({ attachments }, 'fresh').map(({ of, number, found }) => [of, number, found?.[0] ?? null])

test('each expected photo has an empty place, and there is one for anything else', () => {
  expect(placesOf({})).toEqual([
    ['rumah_depan', 1, null],
    ['rumah_dalam', 1, null],
    ['kartu_keluarga', 1, null],
    ['lainnya', 1, null],
  ])
})

test('what two phones took of the same is all shown, deleted ones are not', () => {
  const places = placesOf({
    b: photo('rumah_depan', 2),
    a: photo('rumah_depan', 1),
    c: { ...photo('rumah_dalam', 3), removed: 'batal' },
  })
  expect(places.slice(0, 3)).toEqual([
    ['rumah_depan', 1, 'a'],
    ['rumah_depan', 2, 'b'],
    ['rumah_dalam', 1, null],
  ])
})

test('a place keeps its key when its photo comes, so that what it was saying goes on', () => {
  const keyOf = (attachments: Record<string, AttachmentAnswers>, at: number, fresh = 'fresh') =>
    photoPlaces({ attachments }, fresh)[at]?.key
  expect(keyOf({ x: photo('rumah_depan', 1) }, 0)).toBe(keyOf({}, 0))
  expect(keyOf({ fresh: photo('lainnya', 1) }, 3, 'fresher')).toBe(keyOf({}, 3))
})

test('what a picture shows in another entry is found by its content; in its own, and once deleted, it is not', () => {
  const attachments = {
    a: photo('rumah_depan', 1),
    b: { ...photo('kartu_keluarga', 2), sha256: 'b'.repeat(64), removed: 'batal' },
  }
  expect(otherUseOf('a'.repeat(64), 'fresh', { attachments })).toBe('rumah_depan')
  expect(otherUseOf('a'.repeat(64), 'a', { attachments })).toBeNull()
  expect(otherUseOf('b'.repeat(64), 'fresh', { attachments })).toBeNull()
})
