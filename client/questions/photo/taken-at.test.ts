import { expect, test } from 'vitest'
import { takenAtOf } from './taken-at.ts'

const now = new Date('2026-11-24T03:00:00.000Z')
const fileOf = (date: string) => new File(['x'], 'IMG_1.jpg', { lastModified: Date.parse(date) })

test.each([
  ['its file’s date', '2026-11-20T08:00:00.000Z', '2026-11-20T08:00:00.000Z'],
  ['now, where that lies in the future', '2027-01-01', now.toISOString()],
  ['now, where there is none', '1970-01-01', now.toISOString()],
])('a picture of the gallery was taken at %s', (_, date, taken) => {
  expect(takenAtOf(fileOf(date), now).toISOString()).toBe(taken)
})
