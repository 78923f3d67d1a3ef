import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import type { Failure } from './check-towns.ts'
import type { Bundle, BundleResult } from './simulate-worker.ts'

const RUNS_PER_BUNDLE = 100
const SAYS_EVERY = 1000

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '50000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    jobs: { type: 'string', default: String(availableParallelism()) },
    path: { type: 'string' },
  },
})
const [runs, seed, jobs] = [Number(values.runs), Number(values.seed), Number(values.jobs)]
const startedAt = performance.now()
const bundles = bundlesOf()
let done = 0

console.log(
  values.path === undefined
    ? `${runs} towns with seed ${seed} in ${jobs} processes`
    : `the town of seed ${seed} at ${values.path}`,
)
const failures = await Promise.all(Array.from({ length: Math.min(jobs, bundles.length) }, work))
const failure = failures.find((one) => one !== null)
if (failure) {
  tell(failure)
  process.exitCode = 1
} else console.log(`Nothing was lost in ${done} towns (seed ${seed}).`)

/** Each bundle has a seed of its own, so that one of them can be run again alone. */
function bundlesOf(): Bundle[] {
  if (values.path !== undefined) return [{ seed, runs: RUNS_PER_BUNDLE, path: values.path }]
  return Array.from({ length: Math.ceil(runs / RUNS_PER_BUNDLE) }, (_, index) => ({
    seed: seed + index,
    runs: Math.min(RUNS_PER_BUNDLE, runs - index * RUNS_PER_BUNDLE),
  }))
}

/** Hands bundles to a process of its own until none is left, or until something broke. */
function work(): Promise<Failure | null> {
  return new Promise((resolve, reject) => {
    const worker = fork(new URL('./simulate-worker.ts', import.meta.url), { execArgv: ['--import', 'tsx'] })
    const next = () => {
      const bundle = bundles.shift()
      if (bundle) worker.send(bundle)
      else finish(null)
    }
    const finish = (found: Failure | null) => {
      if (found) bundles.length = 0
      worker.disconnect()
      resolve(found)
    }
    worker.on('error', reject)
    worker.on(
      'exit',
      (code) => code !== 0 && reject(new Error(`a process of the simulation ended with ${code}`)),
    )
    worker.on('message', (message: 'ready' | BundleResult) => {
      if (message === 'ready') return next()
      count(message.runs)
      if (message.failure) finish(message.failure)
      else next()
    })
  })
}

function count(more: number): void {
  const before = done
  done += more
  if (Math.floor(before / SAYS_EVERY) === Math.floor(done / SAYS_EVERY)) return
  const perSecond = done / ((performance.now() - startedAt) / 1000)
  console.log(`${done} of ${runs}, ${perSecond.toFixed(1)} per second`)
}

function tell({ seed: failing, path, steps, breaches }: Failure): void {
  console.log(`\nSeed ${failing} breaks something. The shortest way there that was found:\n`)
  steps.forEach((step, index) => console.log(`  ${index + 1}. ${step}`))
  console.log(`\n${breaches.map((breach) => `  ${breach}`).join('\n')}\n`)
  console.log(`Again: npm run simulate -- --seed ${failing} --path ${path}`)
}
