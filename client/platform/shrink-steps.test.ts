import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeWithin, fitInto, type ShrinkStep } from './shrink-steps.ts'

/** An encoder whose bytes follow the steps' shares more or less. */
function encoder(firstBytes: number, drift = 1) {
  const steps: ShrinkStep[] = []
  const encode = (step: ShrinkStep) => {
    steps.push(step)
    const bytes = step.share === 1 ? firstBytes : firstBytes * step.share * drift
    return Promise.resolve({ blob: new Blob([new Uint8Array(Math.round(bytes))]) })
  }
  return { encode, steps }
}

test('a photo that is small enough is encoded once, at the best quality', async () => {
  const { encode, steps } = encoder(90)
  expect((await encodeWithin(encode, 100)).blob.size).toBe(90)
  expect(steps.map(({ quality }) => quality)).toEqual([0.8])
})

test('steps that cannot be enough are left out', async () => {
  const { encode, steps } = encoder(200)
  expect((await encodeWithin(encode, 100)).blob.size).toBe(80)
  expect(steps.map(({ side }) => side)).toEqual([1600, 1280])
})

test('a photo keeps to the aim or is the smallest that there is, whatever it holds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 2000 }),
      fc.double({ min: 0.5, max: 2, noNaN: true }),
      async (firstBytes, drift) => {
        const { encode, steps } = encoder(firstBytes, drift)
        const { size } = (await encodeWithin(encode, 100)).blob
        expect(size <= 100 || steps.at(-1)!.side === 1024).toBe(true)
        expect(size).toBeLessThanOrEqual(firstBytes)
      },
    ),
  )
})

test.each([
  [{ width: 4000, height: 3000 }, 1600, { width: 1600, height: 1200 }],
  [{ width: 3000, height: 4000 }, 1600, { width: 1200, height: 1600 }],
  [{ width: 640, height: 480 }, 1600, { width: 640, height: 480 }],
  [{ width: 9000, height: 2 }, 1600, { width: 1600, height: 1 }],
])('%o fits into %i as %o', (picture, side, fitted) => {
  expect(fitInto(picture, side)).toEqual(fitted)
})
