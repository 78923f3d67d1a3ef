import { expect, test } from 'vitest'
import { createScrollPlaces } from './scroll-places.ts'

test('a list is taken up where it was left, a survey begins at its top', () => {
  const places = createScrollPlaces('/', (path) => path === '/')
  places.note(4200)
  expect(places.arrive('/households/a', false)).toBe(0)
  places.note(900)
  expect(places.arrive('/', false)).toBe(4200)
  expect(places.arrive('/households/a', false)).toBe(0)
})

test('the browser’s back returns to the place on any screen', () => {
  const places = createScrollPlaces('/households/a', () => false)
  places.note(900)
  places.arrive('/outbox', false)
  expect(places.arrive('/households/a', true)).toBe(900)
})
