import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSignaturePath, MAX_SIGNATURE_LENGTH } from '../../../../shared/survey/signature-path.ts'
import { pathOf, strokesOf, type Stroke } from './strokes.ts'

const points = fc.record({
  x: fc.double({ min: -50, max: 700, noNaN: true }),
  y: fc.double({ min: -50, max: 400, noNaN: true }),
})
const strokes = fc.array(fc.array(points, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 8 })

/** As a finger draws: many points close together. */
const wave = (count: number, height = 100): Stroke =>
  Array.from({ length: count }, (_, index) => ({
    x: (index / count) * 600,
    y: 150 + height * Math.sin(index / 7),
  }))

test('a dot, a line and a curve are drawn', () => {
  expect(pathOf([[{ x: 10.4, y: 20 }]])).toBe('M10 20L10 20')
  expect(pathOf([[{ x: 10, y: 20 }, { x: 30, y: 40 }]])).toBe('M10 20L30 40') // prettier-ignore
  const bow = [0, 40, 0].map((y, index) => ({ x: index * 100, y }))
  expect(pathOf([bow])).toBe('M0 0Q100 40 200 0')
  expect(pathOf([])).toBeNull()
})

test('whatever is drawn is a signature within its limit', () => {
  fc.assert(
    fc.property(strokes, (drawn) => {
      expect(isSignaturePath(pathOf(drawn) ?? '')).toBe(true)
    }),
  )
})

test('strokes taken out of a path make the same path again, so that adding one changes none', () => {
  fc.assert(
    fc.property(strokes, (drawn) => {
      const path = pathOf(drawn)
      expect(pathOf(strokesOf(path))).toBe(path)
      expect(strokesOf(path)).toHaveLength(drawn.length)
    }),
  )
})

test('points that make no difference are left out, turns stay', () => {
  const straight = Array.from({ length: 200 }, (_, index) => ({ x: index * 3, y: 100 + (index % 2) * 0.6 }))
  expect(pathOf([straight])).toBe('M0 100L597 101')
  const [kept = []] = strokesOf(pathOf([wave(400)]))
  expect(kept.length).toBeLessThan(200)
  const highest = Math.min(...kept.map(({ y }) => y))
  expect(highest).toBeLessThanOrEqual(51)
})

test('a whole page of scribble still fits, coarser', () => {
  const scribble = Array.from({ length: 12 }, (_, index) => wave(700, 60 + index * 5))
  const path = pathOf(scribble) ?? ''
  expect(path.length).toBeLessThanOrEqual(MAX_SIGNATURE_LENGTH)
  expect(strokesOf(path)).toHaveLength(12)
})

test('of more dots than fit the first ones stay', () => {
  const dots = Array.from({ length: 2000 }, (_, index) => [{ x: 100 + (index % 400), y: 100 }])
  const kept = strokesOf(pathOf(dots))
  expect(kept.length).toBeGreaterThan(400)
  expect(kept[0]).toEqual([{ x: 100, y: 100 }, { x: 100, y: 100 }]) // prettier-ignore
})
