import { expect, test } from 'vitest'
import { createDoubleTapGuard } from './double-tap-guard.ts'

const tap = (at: number, x: number, isThere = false) => ({ at, x, y: 700, isThere: () => isThere })

test('the second tap of a double tap is ignored once what the first one pressed is gone', () => {
  const ignores = createDoubleTapGuard()
  expect(ignores(tap(1000, 250))).toBe(false)
  expect(ignores(tap(1150, 254))).toBe(true)
  expect(ignores(tap(1300, 254))).toBe(true)
  expect(ignores(tap(1500, 254))).toBe(false)
})

test('a tap elsewhere, or again on what stayed, is an act of its own', () => {
  const gone = createDoubleTapGuard()
  gone(tap(1000, 250))
  expect(gone(tap(1150, 60))).toBe(false)
  const stays = createDoubleTapGuard()
  stays(tap(1000, 250, true))
  expect(stays(tap(1150, 250))).toBe(false)
})
