import restrictedProgrammes from '../../../shared/catalogue/data/restricted-programmes.json' with { type: 'json' }
import type { HeldStep } from '../../../shared/api/quarantine.ts'
import { RESTRICTED_PROBLEMS } from '../../../shared/catalogue/restricted-problems.ts'
import { entryOf, patternOf } from '../../../shared/survey/path.ts'

/** Codes of types and ids of programmes, as answers name them. */
const RESTRICTED = [
  ...RESTRICTED_PROBLEMS.map(({ code }) => code),
  ...restrictedProgrammes.programmes.map(({ id }) => id),
]

/**
 * What a held change says, answer by answer, whatever shape it came in. Of an entry that names a restricted type or
 * programme nothing is shown, not even that it is there: an older phone may have sent one. Rule [Q6].
 * @param body as received
 * @param hidden what it and other changes of the survey by the same device have made known as such
 * @returns null where it has no patch to be read
 */
export function heldSteps(
  body: unknown,
  hidden: ReadonlySet<string> = hiddenThings([body]),
): readonly HeldStep[] | null {
  return stepsOf(body)?.filter(({ path }) => !hidden.has(thingOf(path))) ?? null
}

/**
 * The entries that any of these changes names as of a restricted type or programme: one change may name the type, and
 * another one speak of it. Rule [Q6].
 * @param bodies as received, of the same survey by the same device
 */
export function hiddenThings(bodies: readonly unknown[]): ReadonlySet<string> {
  const steps = bodies.flatMap((body) => stepsOf(body) ?? [])
  return new Set(steps.filter(namesRestricted).map(({ path }) => thingOf(path)))
}

function stepsOf(body: unknown): readonly HeldStep[] | null {
  const patch = fieldOf(body, 'patch')
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return null
  return Object.entries(patch).map(([path, step]: [string, unknown]) => ({
    path,
    from: fieldOf(step, 'from') ?? null,
    to: fieldOf(step, 'to') ?? (isStep(step) ? null : step),
  }))
}

/** The roster entry that a path lies in, else itself. */
export function thingOf(path: string): string {
  const entry = entryOf(path)
  return entry === null ? path : `${patternOf(path).split('/')[0]}/${entry}`
}

function namesRestricted(step: HeldStep): boolean {
  const text = JSON.stringify(step)
  return RESTRICTED.some((name) => text.includes(JSON.stringify(name)))
}

function isStep(step: unknown): boolean {
  return typeof step === 'object' && step !== null && ('from' in step || 'to' in step)
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined
}
