import { execFileSync } from 'node:child_process'
import type { LaunchOptions } from '@playwright/test'

// Looked for once: Playwright's worker processes inherit the answer.
function browserPath(): string {
  return (process.env['YESJITU_CHROMIUM'] ??= execFileSync(process.execPath, ['.ci/browser.mjs'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  }).trim())
}

/**
 * How every test starts a browser, with `chromium.launchPersistentContext` too: the Chromium of this machine,
 * silent towards the network apart from what the page itself asks for.
 */
export const chromiumOptions: LaunchOptions = {
  // Only once a browser is to start: checks read this file on machines that have none.
  get executablePath() {
    return browserPath()
  },
  headless: true,
  args: [
    // Chromium refuses to be root in its sandbox, as in a container.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
  ],
}
