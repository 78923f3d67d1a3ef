import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { placeOf } from '../../tests/support/answer-controls.ts'
import { chromiumOptions } from '../../tests/support/chromium.ts'
import { PHONE } from '../../tests/support/people.ts'

/** How much slower the page's CPU is made: about what lies between this machine and a cheap phone. */
export const SLOWED = 6

export type SlowPhone = {
  readonly context: BrowserContext
  readonly page: Page
  /** Slows the main thread of the page: not its workers, nor the browser's own processes. */
  readonly slow: (rate: number) => Promise<void>
}

/** A browser with a profile that lasts, a place, a camera, and a page whose CPU is slowed. */
export async function startPhone(
  profile: string,
  { place, slowed = SLOWED }: { readonly place: string; readonly slowed?: number },
): Promise<SlowPhone> {
  const context = await chromium.launchPersistentContext(profile, {
    ...chromiumOptions,
    args: [
      ...(chromiumOptions.args ?? []),
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
    viewport: PHONE,
    hasTouch: true,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    permissions: ['geolocation', 'camera'],
    geolocation: placeOf(place),
  })
  // The loader of these sources wraps functions in it, those too that are sent to the page.
  await context.addInitScript('globalThis.__name = (named) => named')
  const page = context.pages()[0] ?? (await context.newPage())
  // It lasts as long as its session does.
  const session = await context.newCDPSession(page)
  const slow = async (rate: number) => void (await session.send('Emulation.setCPUThrottlingRate', { rate }))
  await slow(slowed)
  return { context, page, slow }
}

const TRIES = 5

/** How many times slower a fixed piece of work is in the page for being slowed, measured in turn. Slowed in the end. */
export async function slowingReached({ page, slow }: SlowPhone): Promise<readonly number[]> {
  const ratios: number[] = []
  for (let turn = 0; turn < TRIES; turn += 1) {
    await slow(1)
    const quickMs = await workMs(page)
    await slow(SLOWED)
    ratios.push((await workMs(page)) / quickMs)
  }
  return ratios
}

function workMs(page: Page): Promise<number> {
  return page.evaluate(() => {
    const from = performance.now()
    let sum = 0
    for (let turn = 0; turn < 4_000_000; turn += 1) sum = (sum + turn * 7) % 1_000_003
    // Asked for, so that the work is not left out.
    return sum < 0 ? 0 : performance.now() - from
  })
}
