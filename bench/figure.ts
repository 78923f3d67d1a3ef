/** What a suite says of one thing that it measured. */
export type Measurement = {
  readonly name: string
  /** of every sample and of `reach`: `ms`, `bytes`, `changes/s`, `ratio` … */
  readonly unit: string
  /** one for each repetition, in the order measured; at least one */
  readonly samples: readonly number[]
  /** only where somebody asked for a number */
  readonly reach?: { readonly atLeast: number } | { readonly atMost: number } | { readonly p95AtMost: number }
}

/** One figure as the harness prints it, and the shape of a line of `--json`. */
export type Figure = {
  readonly suite: string
  readonly name: string
  /** median of the samples */
  readonly value: number
  readonly unit: string
  readonly reach?: number
  /** where the number was asked of the 95th percentile, not of the median */
  readonly of?: 'p95'
  readonly ok?: boolean
  /** how many samples */
  readonly n: number
  readonly p95: number
}

/** A group of measurements. A suite that cannot measure throws; it never reports a figure that it did not see. */
export type Suite = {
  readonly name: string
  readonly run: (report: (measurement: Measurement) => void) => void | Promise<void>
}
