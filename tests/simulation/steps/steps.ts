import fc from 'fast-check'
import type { World } from '../world/world.ts'
import { OFFICE_STEPS } from './office-steps.ts'
import { PHONE_STEPS } from './phone-steps.ts'
import type { Step, StepKind } from './step.ts'
import { SURVEY_STEPS } from './survey-steps.ts'

const KINDS = { ...SURVEY_STEPS, ...PHONE_STEPS, ...OFFICE_STEPS } as unknown as Record<
  string,
  StepKind<unknown>
>

const LONGEST = 70

/** What may happen, in any order. */
export const someSteps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    ...Object.entries(KINDS).map(([kind, { weight, args, says }]) => ({
      weight,
      arbitrary: args.map((drawn): Step => ({ kind, args: drawn, says: says(drawn) })),
    })),
  ),
  { maxLength: LONGEST, size: 'max' },
)

/** Lets a step happen, and waits until nothing moves by itself. A phone that died is opened again. */
export async function take(world: World, { kind, args }: Step): Promise<void> {
  await KINDS[kind]?.takes(world, args)
  await world.settle()
  for (const phone of world.phones) if (phone.pages.length === 0) await phone.opens()
  await world.settle()
}
