import { readFileSync } from 'node:fs'
import { chromium, type BrowserContextOptions, type Page } from '@playwright/test'
import { chromiumOptions } from './chromium.ts'

export type KillableBrowser = {
  readonly page: Page
  /** ends all its processes at once, like a phone whose battery was taken out */
  readonly kill: () => Promise<void>
  readonly close: () => Promise<void>
}

/** A browser whose profile lasts: what it wrote is there for the next one on the same folder. */
export async function killableBrowser(
  profile: string,
  options: BrowserContextOptions,
): Promise<KillableBrowser> {
  const context = await chromium.launchPersistentContext(profile, { ...chromiumOptions, ...options })
  const session = await context.browser()?.newBrowserCDPSession()
  if (!session) throw new Error('the browser does not name its processes')
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const browser = processInfo.find(({ type }) => type === 'browser')
  if (!browser) throw new Error('the browser does not name its own process')
  const page = context.pages()[0] ?? (await context.newPage())
  return {
    page,
    kill: async () => {
      const gone = context.waitForEvent('close')
      process.kill(-processGroup(browser.id), 'SIGKILL')
      await gone
    },
    close: () => context.close(),
  }
}

// Playwright starts each browser in a process group of its own, which a script around the browser may lead.
function processGroup(id: number): number {
  const stat = readFileSync(`/proc/${id}/stat`, 'utf8')
  // The name before may have spaces; then come state, parent and group (proc_pid_stat(5)).
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2])
}
