import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { createRandom } from '../../server/demo/generate/random.ts'
import { fillDisk } from '../support/fill-disk.ts'
import { killUnderLoad } from '../support/kill-under-load.ts'
import { startServer } from '../support/server-process.ts'
import { openSmallDisk } from '../support/small-disk.ts'
import { lossTable } from './loss-table.ts'
import { breachesAfter } from './run.ts'
import { someSteps } from './steps/steps.ts'
import { Toll, type TollLine } from './toll.ts'
import { Faults } from './world/faults.ts'
import { Worlds } from './world/world.ts'

const PHONES = 4
const LONGEST_LIFE_MS = 250
const README = 'README.md'
const PLACE = /(<!-- loss-test -->)[^]*(<!-- end of loss-test -->)/

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '500' },
    kills: { type: 'string', default: '50' },
    seed: { type: 'string', default: '20261123' },
    /** puts the table into the README */
    write: { type: 'boolean', default: false },
  },
})
const [runs, kills, seed] = [Number(values.runs), Number(values.kills), Number(values.seed)]

/** Towns with bad days, one after the other, all to their end whatever breaks. */
async function simulate(): Promise<readonly TollLine[]> {
  const worlds = await Worlds.prepare()
  const toll = new Toll()
  try {
    for (const [index, steps] of fc.sample(someSteps, { seed, numRuns: runs }).entries()) {
      const faults = new Faults()
      const world = await worlds.open(faults)
      const breaches = await breachesAfter(world, steps)
      await world.end()
      toll.add(faults, breaches.length)
      for (const breach of breaches) console.error(`town ${index}: ${breach}`)
    }
    return toll.lines
  } finally {
    worlds.end()
  }
}

/** The built server, killed while phones send. */
async function killProcesses(): Promise<TollLine> {
  const server = await startServer()
  try {
    const load = { kills, phones: PHONES, longestLifeMs: LONGEST_LIFE_MS }
    const run = await killUnderLoad(server, createRandom(seed), load)
    const { killings } = run
    const lost = [...killings.flatMap(({ lost: gone, damage }) => [...gone, ...damage]), ...run.wrong].length
    const doubled = run.logged - run.acknowledged + run.quarantined + Number(run.brokenAudit !== null)
    return {
      fault: 'real server process killed by SIGKILL while phones send',
      times: killings.length,
      atRisk: killings.reduce((sum, { acknowledged, underway }) => sum + acknowledged + underway, 0),
      lost: lost + Math.abs(doubled),
    }
  } finally {
    await server.end()
  }
}

/** The built server on a file system that becomes full; nothing where this user may not mount one. */
async function fillDisks(): Promise<readonly TollLine[]> {
  const disk = openSmallDisk()
  if (!disk) return []
  const server = await startServer({ DATA_DIR: disk.dataDirectory })
  try {
    const run = await fillDisk(server, disk)
    return [
      {
        fault: 'real server process with a full disk: 507, then room again',
        times: run.refused,
        atRisk: run.acknowledged + run.underway,
        lost: run.lost.length + run.damage.length + (run.acknowledged + run.underway - run.taken),
      },
    ]
  } finally {
    await server.end()
    disk.end()
  }
}

console.log(`${runs} simulated towns, then ${kills} kills of a real process; seed ${seed}`)
const lines = [...(await simulate()), await killProcesses(), ...(await fillDisks())]
const table = lossTable(lines)
console.log(`\n${table}\n`)
if (values.write) {
  const said = `\`npm run loss-test\`, seed ${seed}, ${runs} simulated towns, ${kills} kills of a real process:\n\n${table}`
  writeFileSync(README, readFileSync(README, 'utf8').replace(PLACE, `$1\n\n${said}\n\n$2`))
}
process.exitCode = lines.some(({ lost }) => lost > 0) ? 1 : 0
