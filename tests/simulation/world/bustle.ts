/**
 * Who is at work in the whole world. Work that waits for the network or for a frozen page is not counted: the world
 * has settled once nothing moves by itself.
 */
export class Bustle {
  readonly #working = new Map<object, { page: object | null; asleep: number }>()

  /** Work begins; the answer ends it. A page that dies takes its work along. */
  begin(page: object | null): () => void {
    const work = { page, asleep: 0 }
    this.#working.set(work, work)
    return () => void this.#working.delete(work)
  }

  /** A page waits for something that only a later command brings. */
  async asleep<Result>(page: object, wait: Promise<Result>): Promise<Result> {
    const own = [...this.#working.values()].filter((work) => work.page === page)
    for (const work of own) work.asleep += 1
    try {
      return await wait
    } finally {
      for (const work of own) work.asleep -= 1
    }
  }

  forget(page: object): void {
    for (const [key, work] of this.#working) if (work.page === page) this.#working.delete(key)
  }

  /** Resolves when nothing moves by itself any more. */
  async settle(): Promise<void> {
    // Timers and promises that were just resolved get their turn first.
    do await new Promise((resolve) => setImmediate(resolve))
    while ([...this.#working.values()].some(({ asleep }) => asleep === 0))
    await new Promise((resolve) => setImmediate(resolve))
  }
}
