export type FaultCount = {
  /** how often it was injected */
  times: number
  /** changes and confirmed answers that it touched */
  atRisk: number
}

/** Counts each fault where it is injected, and nowhere else. */
export class Faults {
  readonly counts = new Map<string, FaultCount>()

  count(fault: string, atRisk: number): void {
    const count = this.counts.get(fault) ?? { times: 0, atRisk: 0 }
    this.counts.set(fault, { times: count.times + 1, atRisk: count.atRisk + atRisk })
  }
}
