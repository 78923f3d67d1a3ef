import { expect, test } from 'vitest'
import {
  EMPTY_DOCUMENT,
  type AttachmentAnswers,
  type SurveyDocument,
} from '../../../shared/survey/document.ts'
import { otherUseOf, photoPlaces } from './photo-places.ts'

const photo = (kind: string, order: number): AttachmentAnswers => ({ kind, order, sha256: 'a'.repeat(64) })

const placesOf = (attachments: Record<string, AttachmentAnswers>) =>
  photoPlaces({ ...EMPTY_DOCUMENT, attachments }, 'fresh').map(({ of, number, found }) => [
    of,
    number,
    found?.[0] ?? null,
  ])

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
    photoPlaces({ ...EMPTY_DOCUMENT, attachments }, fresh)[at]?.key
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

const twoFamilies: SurveyDocument = {
  ...EMPTY_DOCUMENT,
  families: { f1: { order: 1 }, f2: { order: 2 }, f3: { order: 3 } },
  members: {
    m1: { order: 1, family: 'f2', relationship: 'kepala' },
    m2: { order: 2, relationship: 'kepala' },
    m3: { order: 3, family: 'f3', removed: 'pindah' },
  },
}
const cardsOf = (attachments: Record<string, AttachmentAnswers>, document = twoFamilies) =>
  photoPlaces({ ...document, attachments }, 'fresh')
    .filter(({ of }) => of === 'kartu_keluarga')
    .map(({ key, family, whose, number, found }) => [key, family, whose, number, found?.[0] ?? null])

test('each family that somebody lives in has a place for its card, in the families’ order', () => {
  expect(cardsOf({})).toEqual([
    ['kartu_keluarga', 'f1', 'f1', 1, null],
    ['kartu_keluarga:f2', 'f2', 'f2', 1, null],
  ])
  const card = { ...photo('kartu_keluarga', 1), family: 'f2' }
  expect(cardsOf({ a: card })).toEqual([
    ['kartu_keluarga', 'f1', 'f1', 1, null],
    ['kartu_keluarga:f2', 'f2', 'f2', 1, 'a'],
  ])
})

test('a card that nobody said the family of is the first one’s; that of a family that is gone stays, as nobody’s', () => {
  const attachments = {
    a: photo('kartu_keluarga', 1),
    b: { ...photo('kartu_keluarga', 2), family: 'f9' },
  }
  expect(cardsOf(attachments)).toEqual([
    ['kartu_keluarga', 'f1', 'f1', 1, 'a'],
    ['kartu_keluarga:f2', 'f2', 'f2', 1, null],
    ['b', null, null, 1, 'b'],
  ])
  const alone = { ...twoFamilies, members: { m2: twoFamilies.members['m2'] ?? {} } }
  expect(cardsOf(attachments, alone).map(([key, , whose, number]) => [key, whose, number])).toEqual([
    ['kartu_keluarga', null, 1],
    ['b', null, 2],
  ])
})
