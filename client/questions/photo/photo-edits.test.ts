import { expect, test } from 'vitest'
import { entriesOf } from '../../../shared/survey/document.ts'
import { documentOf } from '../../../shared/survey/path.ts'
import { photoEdits, type PhotoAct } from './photo-edits.ts'

const photo = { sha256: 'a'.repeat(64), type: 'image/webp', bytes: 140_000 } as const
const takenAt = new Date('2026-11-24T03:00:00.000Z')
const take: PhotoAct = { kind: 'take', of: 'rumah_depan', family: null, order: 2, photo, takenAt }

const after = (...acts: readonly PhotoAct[]) =>
  documentOf(acts.flatMap((act) => photoEdits('p1', act)).map(({ path, to }) => [path, to] as const))
    .attachments

test('a photo is one entry with all that is said of it', () => {
  const said = { order: 2, kind: 'rumah_depan', ...photo, takenAt: '2026-11-24T03:00:00.000Z' }
  expect(after(take)).toEqual({ p1: said })
})

test('a retake replaces the photo and keeps the entry, its order and kind', () => {
  const other = { sha256: 'b'.repeat(64), type: 'image/jpeg', bytes: 99 } as const
  const later = new Date('2026-11-24T04:00:00.000Z')
  expect(after(take, { kind: 'retake', photo: other, takenAt: later })).toEqual({
    p1: { order: 2, kind: 'rumah_depan', ...other, takenAt: '2026-11-24T04:00:00.000Z' },
  })
})

test('a deleted photo leaves a tombstone, and is no entry any more', () => {
  const attachments = after(take, { kind: 'delete' })
  expect(attachments['p1']).toMatchObject({ sha256: photo.sha256, removed: 'batal' })
  expect(entriesOf(attachments as Parameters<typeof entriesOf>[0])).toEqual([])
})

test('a photo of a phone whose clock stands in 1970 has a time that is accepted', () => {
  const edits = photoEdits('p1', { kind: 'retake', photo, takenAt: new Date(0) })
  expect(edits).toContainEqual({ path: 'attachments/p1/takenAt', to: '2000-01-02T00:00:00.000Z' })
})

test('a card says whose it is, and goes on saying so when it is taken again', () => {
  const card = { ...take, of: 'kartu_keluarga', family: 'f2' } as const
  expect(after(card, { kind: 'retake', photo, takenAt })['p1']).toMatchObject({
    kind: 'kartu_keluarga',
    family: 'f2',
  })
})
