import type { Page } from '@playwright/test'

/** What the page shows when it is done. */
export type Sign = { readonly selector: string; readonly text?: string }

export type Timing = {
  /** the clock starts with the next one of these: its own time stamp, before any listener */
  readonly from: 'input' | 'click' | 'change' | 'focusout'
  /** the clock stops when this is there anew, or with the next frame where nothing is named */
  readonly until?: Sign
  /** whether the frame that shows it is waited for; what is durable counts at once */
  readonly drawn: boolean
}

/**
 * Milliseconds, by the page's own clock, between an event that `act` causes and what it leads to. The program that
 * causes it is not in it; what it asks of the page meanwhile is.
 */
export async function timed(page: Page, timing: Timing, act: () => Promise<void>): Promise<number> {
  const watch = await page.evaluateHandle(({ from, until, drawn }) => {
    const isThere = () =>
      until === undefined ||
      [...document.querySelectorAll(until.selector)].some((element) =>
        (element.textContent ?? '').includes(until.text ?? ''),
      )
    const ms = new Promise<number>((resolve) => {
      const start = (event: Event): void => {
        let wasAway = until === undefined || !isThere()
        const stop = () => resolve(performance.now() - event.timeStamp)
        // A message after a frame's callbacks comes when the frame has been drawn.
        const afterFrame = () =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.addEventListener('message', stop, { once: true })
            port1.start()
            port2.postMessage(null)
          })
        if (until === undefined) {
          afterFrame()
          return
        }
        const observer = new MutationObserver(() => {
          if (!isThere()) wasAway = true
          else if (wasAway) {
            observer.disconnect()
            if (drawn) afterFrame()
            else stop()
          }
        })
        observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
      }
      addEventListener(from, start, { capture: true, once: true })
    })
    return { ms }
  }, timing)
  await act()
  const ms = await watch.evaluate((held) => held.ms)
  await watch.dispose()
  return ms
}
