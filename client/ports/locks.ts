/** Locks across the tabs of this installation: they save work, correctness never rests on them. */
export interface Locks {
  /**
   * Runs a task while no other tab runs one of this name. A holder that has not ended after a minute is taken
   * for frozen and its lock is stolen.
   */
  alone<Result>(name: string, task: () => Promise<Result>): Promise<Result>
}
