import restricted from './data/restricted-programmes.json' with { type: 'json' }
import { ORDINARY_PROGRAMMES, readProgramme, type Programme } from './programme-catalogue.ts'

const alsoServes: Readonly<Record<string, readonly string[]>> = restricted.alsoServes

/**
 * The whole catalogue, by id, with the restricted problems that each programme serves: for case-workers alone, and
 * never for a client (see restricted-problems.ts).
 */
export const PROGRAMMES: readonly Programme[] = [
  ...ORDINARY_PROGRAMMES.map((programme) => ({
    ...programme,
    serves: [...programme.serves, ...(alsoServes[programme.id] ?? [])],
  })),
  ...restricted.programmes.map(readProgramme),
].toSorted((one, other) => one.id.localeCompare(other.id))
