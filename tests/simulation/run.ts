import { collectEvidence } from './oracles/evidence.ts'
import { judge, judgeAnyTime } from './oracles/judge.ts'
import type { Step } from './steps/step.ts'
import { take } from './steps/steps.ts'
import type { World } from './world/world.ts'

/**
 * Lets steps happen and gives every breach: what is lost at any moment, and what does not hold once all faults have
 * ended and nothing is left to do.
 */
export async function breachesAfter(world: World, steps: readonly Step[]): Promise<readonly string[]> {
  for (const step of steps) {
    await take(world, step)
    const breaches = judgeAnyTime(collectEvidence(world))
    if (breaches.length > 0) return breaches.map((breach) => `after "${step.says}": ${breach}`)
  }
  const quietAfter = await world.becomesQuiet()
  return judge(collectEvidence(world, quietAfter))
}
