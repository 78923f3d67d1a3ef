import type { Faults } from './world/faults.ts'

export type TollLine = {
  readonly fault: string
  readonly times: number
  readonly atRisk: number
  readonly lost: number
}

/** What faults cost over many runs: each run's losses count against every fault that was injected in it. */
export class Toll {
  readonly #lines = new Map<string, TollLine>()

  add({ counts }: Faults, lost: number): void {
    for (const [fault, { times, atRisk }] of counts) {
      const line = this.#lines.get(fault) ?? { fault, times: 0, atRisk: 0, lost: 0 }
      this.#lines.set(fault, {
        fault,
        times: line.times + times,
        atRisk: line.atRisk + atRisk,
        lost: line.lost + lost,
      })
    }
  }

  /** In the order of the faults' names. */
  get lines(): readonly TollLine[] {
    return [...this.#lines.values()].toSorted((a, b) => (a.fault < b.fault ? -1 : 1))
  }
}
