import { startPhone } from './slow-phone.ts'

const ROW = 'main a[href^="/households/"]'

/**
 * From the start of the navigation to the frame that shows the first row, without a network: a new browser each
 * time, whose service worker, scripts and database come from the disk.
 */
export async function measureColdStart(
  profile: string,
  { place, url, starts }: { readonly place: string; readonly url: string; readonly starts: number },
): Promise<readonly number[]> {
  const samples: number[] = []
  for (let start = 0; start < starts; start += 1) {
    const { context, page } = await startPhone(profile, { place })
    try {
      await context.setOffline(true)
      await page.addInitScript((row) => {
        const drawn = new Promise<number>((resolve) => {
          const observer = new MutationObserver(() => {
            if (!document.querySelector(row)) return
            observer.disconnect()
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
          })
          observer.observe(document, { subtree: true, childList: true })
        })
        Object.assign(globalThis, { listDrawn: drawn })
      }, ROW)
      await page.goto(url, { waitUntil: 'commit' })
      samples.push(
        await page.evaluate(() => (globalThis as unknown as { listDrawn: Promise<number> }).listDrawn),
      )
    } finally {
      await context.close()
    }
  }
  return samples
}
