import { setTimeout as pause } from 'node:timers/promises'
import type { Locator, Page } from '@playwright/test'

/** Two touches of a thumb, so many milliseconds apart, wherever the first one leads. */
export async function tapTwice(page: Page, button: Locator, pauseMs: number): Promise<void> {
  const { x, y, width, height } = await boxOf(button)
  const session = await page.context().newCDPSession(page)
  const at = [{ x: x + width / 2, y: y + height / 2 }]
  // A thumb waits for no page: the second touch is on its way while the first one is still worked at.
  const tap = () => [
    session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at }),
    session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] }),
  ]
  const first = tap()
  await pause(pauseMs)
  await Promise.all([...first, ...tap()])
}

async function boxOf(button: Locator) {
  const box = await button.boundingBox()
  if (!box) throw new Error('nothing to be tapped')
  return box
}
