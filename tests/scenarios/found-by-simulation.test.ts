import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { collectEvidence } from '../simulation/oracles/evidence.ts'
import { judge } from '../simulation/oracles/judge.ts'
import { HOUSES } from '../simulation/world/town.ts'
import { Worlds, type World } from '../simulation/world/world.ts'

// What the simulation once found, told again as it happens in the field. Each stands where a seed was shrunk to it.

let worlds: Worlds
let world: World
beforeAll(async () => {
  worlds = await Worlds.prepare()
})
afterAll(() => worlds.end())
beforeEach(async () => {
  world = await worlds.open()
})
afterEach(() => world.end())

/** Everything holds once all faults have ended and nobody has anything left to do. */
async function expectNothingLost(): Promise<void> {
  const quietAfter = await world.becomesQuiet()
  expect(judge(collectEvidence(world, quietAfter))).toEqual([])
}

test('[N4] a house that the next list leaves out, and that somebody surveyed meanwhile, is there for everybody', async () => {
  const { asep, rina } = world.people
  const aminah = world.house(0)
  world.office.publishes(HOUSES.filter(({ id }) => id !== aminah))
  await asep.answers(aminah, [['economy/wishes', 'Modal untuk warung']])
  await expectNothingLost()
  expect(rina.phone.pages[0]?.view(aminah)?.document.economy.wishes).toBe('Modal untuk warung')
})

test('[N3] a house that a list leaves out after a restore leaves the phones, too', async () => {
  const { rina } = world.people
  const aminah = world.house(0)
  await world.office.restores()
  world.office.publishes(HOUSES.filter(({ id }) => id !== aminah))
  await expectNothingLost()
  expect(rina.phone.pages[0]?.view(aminah)).toBeNull()
})

test('[I3][N4] a surveyed house that the next list leaves out is told what it is the same as, though nobody asked before', async () => {
  const { dewi } = world.people
  const [aminah, siti] = [world.house(2), world.house(0)]
  await dewi.answers(aminah, [['economy/wishes', 'Modal untuk warung']])
  await dewi.phone.pages[0]?.engine.sync()
  await world.staff.says({ by: 'pengawas', act: 'join', subject: aminah, sameAs: siti }, false)
  world.office.publishes(HOUSES.filter(({ id }) => id !== aminah))
  await expectNothingLost()
  const { record } = dewi.phone.pages[0]?.view(aminah) ?? {}
  expect(record?.sameAs?.map(({ household }) => household)).toEqual([siti])
})
