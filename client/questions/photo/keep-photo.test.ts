import { expect, test } from 'vitest'
import { fault, type Fault } from '../../../shared/faults.ts'
import type { SurveyId } from '../../../shared/ids.ts'
import type { Edit } from '../../ports/field-work.ts'
import type { KeptPhoto, PhotoHolder, ShrunkPhoto } from '../../ports/photos.ts'
import { deletePhoto, keepPhoto } from './keep-photo.ts'

const SURVEY = '01900000-0000-5000-8000-000000000001' as SurveyId
const place = { entry: 'p1', of: 'rumah_depan', family: null, order: 1 }
const picture = new File(['picture'], 'foto.jpg')
const takenAt = new Date('2026-11-24T03:00:00.000Z')

/** A desk that notes what happens, in order; each step goes well unless told otherwise. */
function deskWith(
  outcomes: { shrink?: Fault; put?: Fault; save?: Fault } = {},
  usedFor: string | null = null,
) {
  const steps: string[] = []
  const kept: KeptPhoto = { sha256: 'new', type: 'image/webp', bytes: 10 }
  const note = <Outcome>(step: string, outcome: Outcome) => {
    steps.push(step)
    return Promise.resolve(outcome)
  }
  const desk = {
    survey: SURVEY,
    area: '32.73.01.1001/005',
    otherUseOf: () => usedFor,
    shrinker: { shrink: () => note('shrink', outcomes.shrink ?? ({} as ShrunkPhoto)) },
    store: {
      put: (_: ShrunkPhoto, { entry }: PhotoHolder) => note(`put ${entry}`, outcomes.put ?? kept),
      remove: (sha256: string) => note(`remove ${sha256}`, 'saved' as const),
      photo: () => Promise.resolve(null),
      thumbnail: () => Promise.resolve(null),
    },
    save: (edits: readonly Edit[]) =>
      note(
        `save ${edits.map(({ path }) => path.split('/').at(-1)).join()}`,
        outcomes.save ?? ('saved' as const),
      ),
  }
  return { desk, steps }
}

test('bytes are kept before the survey names them', async () => {
  const { desk, steps } = deskWith()
  expect(await keepPhoto(desk, { ...place, sha256: null }, picture, takenAt)).toBe('saved')
  expect(steps).toEqual(['shrink', 'put p1', 'save order,kind,sha256,type,bytes,takenAt'])
})

test('a retake lets the old bytes go once the survey no longer names them', async () => {
  const { desk, steps } = deskWith()
  expect(await keepPhoto(desk, { ...place, sha256: 'old' }, picture, takenAt)).toBe('saved')
  expect(steps).toEqual(['shrink', 'put p1', 'save sha256,type,bytes,takenAt', 'remove old'])
})

test('the same picture again is not let go', async () => {
  const { desk, steps } = deskWith()
  await keepPhoto(desk, { ...place, sha256: 'new' }, picture, takenAt)
  expect(steps).not.toContain('remove new')
})

test('a picture that shows something else already is not taken, and the survey stays as it was', async () => {
  const { desk, steps } = deskWith({}, 'kartu_keluarga')
  expect(await keepPhoto(desk, { ...place, sha256: 'old' }, picture, takenAt)).toEqual({
    shows: 'kartu_keluarga',
  })
  expect(steps).toEqual(['shrink', 'put p1', 'remove new'])
})

test.each([
  ['it cannot be read', { shrink: fault('picture-unreadable') }, ['shrink']],
  ['there is no room', { put: fault('no-room-for-photos') }, ['shrink', 'put p1']],
])('where %s, the survey stays as it was', async (_, outcomes, steps) => {
  const made = deskWith(outcomes)
  expect(await keepPhoto(made.desk, { ...place, sha256: 'old' }, picture, takenAt)).toEqual(
    Object.values(outcomes)[0],
  )
  expect(made.steps).toEqual(steps)
})

test('where the survey could not be saved, the bytes that it still names stay', async () => {
  const { desk, steps } = deskWith({ save: fault('storage-full') })
  const old = { ...place, sha256: 'old' }
  expect(await keepPhoto(desk, old, picture, takenAt)).toEqual(fault('storage-full'))
  expect(await deletePhoto(desk, old)).toEqual(fault('storage-full'))
  expect(steps).not.toContain('remove old')
})

test('a deleted photo goes from the survey first, then from the phone', async () => {
  const { desk, steps } = deskWith()
  expect(await deletePhoto(desk, { ...place, sha256: 'old' })).toBe('saved')
  expect(steps).toEqual(['save removed', 'remove old'])
})
