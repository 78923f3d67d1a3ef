import fc from 'fast-check'
import { breachesAfter } from './run.ts'
import type { Step } from './steps/step.ts'
import { someSteps } from './steps/steps.ts'
import type { Worlds } from './world/world.ts'

/** A sequence that breaks something, as short as it could be made, and how to see it again. */
export type Failure = {
  readonly seed: number
  /** fast-check's way to the shrunk sequence */
  readonly path: string
  readonly steps: readonly string[]
  readonly breaches: readonly string[]
}

class Broken extends Error {
  readonly breaches: readonly string[]

  constructor(breaches: readonly string[]) {
    super(breaches.join('\n'))
    this.breaches = breaches
  }
}

/**
 * Lets many towns have their bad days, each in a world of its own.
 * @returns the first failure, shrunk; null where all held
 */
export async function checkTowns(
  worlds: Worlds,
  options: { readonly seed: number; readonly runs: number; readonly path?: string },
): Promise<Failure | null> {
  const property = fc.asyncProperty(someSteps, async (steps) => {
    const world = await worlds.open()
    try {
      const breaches = await breachesAfter(world, steps)
      if (breaches.length > 0) throw new Broken(breaches)
    } finally {
      await world.end()
    }
  })
  const { seed, runs, path } = options
  const run = await fc.check<[readonly Step[]]>(property, {
    seed,
    numRuns: runs,
    ...(path === undefined ? {} : { path, endOnFailure: true }),
  })
  if (!run.failed) return null
  const error: unknown = run.errorInstance
  return {
    seed,
    path: run.counterexamplePath ?? '',
    steps: run.counterexample?.[0].map(({ says }) => says) ?? [],
    breaches:
      error instanceof Broken
        ? error.breaches
        : [error instanceof Error ? String(error.stack) : String(error)],
  }
}
