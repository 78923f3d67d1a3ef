import type { Text } from '../text.ts'
import catalogue from './data/programme-catalogue.json' with { type: 'json' }
import { findOrdinaryProblem, type Service } from './problem-catalogue.ts'

export type Fund = keyof typeof catalogue.funds
export const FUND_TEXTS: Readonly<Record<Fund, Text>> = catalogue.funds

/** Who helps with what, with whose money: a default that the mayor's decree confirms (docs/domain.md section 5). */
export type Programme = {
  /** never changes its meaning */
  readonly id: string
  /** a proper name, the same in both languages */
  readonly name: string
  readonly owner: string
  readonly fund: Fund
  readonly service: Service
  /** codes of problems */
  readonly serves: readonly string[]
  /** number of the decree that it rests on, where one is known */
  readonly decree: string | null
}

type Entry = Omit<Programme, 'fund' | 'service'> & { readonly fund: string; readonly service: string }

/** A programme from an entry of the data files, which a test checks. */
export function readProgramme(entry: Entry): Programme {
  return { ...entry, fund: entry.fund as Fund, service: entry.service as Service }
}

/**
 * Programmes that anybody may see. Left out are those that serve restricted problems alone (NAPZA, UPTD PPA), and
 * those whose name speaks of one although they serve ordinary ones too (ATENSI Tuna Sosial …): a household's list of
 * present help must not hint at them. Those stand in restricted-programmes.ts, which no client may import; what is
 * listed here names no restricted problem in `serves`.
 */
export const ORDINARY_PROGRAMMES: readonly Programme[] = catalogue.programmes.map(readProgramme)

const ordinaryById = new Map(ORDINARY_PROGRAMMES.map((programme) => [programme.id, programme]))

/** @returns undefined for unknown and restricted programmes */
export function findProgramme(id: string): Programme | undefined {
  return ordinaryById.get(id)
}

/**
 * Programmes for a problem, in the order of the catalogue.
 * @returns none for problems that an enumerator cannot record
 */
export function programmesFor(problem: string): readonly Programme[] {
  if (!findOrdinaryProblem(problem)) return []
  return ORDINARY_PROGRAMMES.filter(({ serves }) => serves.includes(problem))
}
