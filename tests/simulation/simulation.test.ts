import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkTowns } from './check-towns.ts'
import { Worlds } from './world/world.ts'

const RUNS = 500
const SEED = 20261123

let worlds: Worlds
beforeAll(async () => {
  worlds = await Worlds.prepare()
})
afterAll(() => worlds.end())

test(`[S1]-[S13][M1]-[M9][N1]-[N5][Q2]-[Q5][Q7][Q8][I1]-[I4][B5]-[B7] nothing is lost in ${RUNS} towns`, async () => {
  expect(await checkTowns(worlds, { seed: SEED, runs: RUNS })).toBeNull()
}, 240_000)
