import type { Page } from '@playwright/test'

/** In milliseconds, each longer than 50 ms. */
export type LongTasks = {
  /** all that kept the main thread: what the driving program asked of the page is among them */
  readonly tasks: readonly number[]
  /** of each slow frame, what the app's own scripts and its layout took */
  readonly own: readonly number[]
}

type SlowFrame = PerformanceEntry & {
  readonly styleAndLayoutStart: number
  readonly scripts: readonly { readonly sourceURL: string; readonly duration: number }[]
}

/** Watches a page for what keeps its main thread. @returns what it did so far */
export async function watchLongTasks(page: Page): Promise<() => Promise<LongTasks>> {
  const watch = await page.evaluateHandle(() => {
    const tasks: number[] = []
    const own: number[] = []
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'longtask',
    })
    new PerformanceObserver((list) => {
      for (const frame of list.getEntries() as SlowFrame[]) {
        const scripts = frame.scripts.filter(({ sourceURL }) => sourceURL.startsWith(location.origin))
        const laidOutMs = frame.styleAndLayoutStart
          ? frame.startTime + frame.duration - frame.styleAndLayoutStart
          : 0
        own.push(scripts.reduce((sum, { duration }) => sum + duration, 0) + laidOutMs)
      }
    }).observe({ type: 'long-animation-frame' })
    return { tasks, own }
  })
  return () => watch.evaluate(({ tasks, own }) => ({ tasks, own }))
}
