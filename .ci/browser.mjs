// Finds a Chromium for the tests in a browser, or brings one. Run as a program it prints the path of one.
import { fileURLToPath } from 'node:url'
import { canInstallPackages, findProgram, installPackages, run, runs } from './programs.mjs'

// Chromium without its own windows first: drawing those took a fifth of the time of the tests.
const SHELL = 'chromium-headless-shell'
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const HELP =
  'No Chromium found. Install one (Debian: sudo apt-get install chromium) or name one: YESJITU_CHROMIUM=/path/to/chrome'

/** @param {string | undefined} path */
const starts = (path) => path !== undefined && runs(path, ['--version'])

function onPath() {
  return NAMES.map(findProgram).find(starts)
}

async function inPlaywrightsCache() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return starts(path) ? path : undefined
}

/**
 * A Chromium that starts, from YESJITU_CHROMIUM, the PATH or Playwright's cache.
 * @returns {Promise<string | undefined>} its path
 */
export async function findBrowser() {
  const named = process.env.YESJITU_CHROMIUM
  if (named) return starts(named) ? named : undefined
  return onPath() ?? (await inPlaywrightsCache())
}

/**
 * The same, brought here where there is none: Debian's package (as root), else Playwright's own build.
 * @returns {Promise<string | undefined>} its path; without one it has said what to do
 */
export async function ensureBrowser() {
  const found = await findBrowser()
  if (found) return found
  if (!process.env.YESJITU_CHROMIUM) {
    console.log('Installing Chromium for the tests …')
    if (canInstallPackages()) {
      // Ubuntu has no package of the first name.
      for (const name of [SHELL, 'chromium'])
        if ((await installPackages([name, 'fonts-liberation'])) && onPath()) return onPath()
    }
    const playwright = ['node_modules/@playwright/test/cli.js', 'install', '--no-shell', 'chromium']
    await run(process.execPath, playwright)
    const downloaded = await inPlaywrightsCache()
    if (downloaded) return downloaded
  }
  console.error(HELP)
  return undefined
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = await findBrowser()
  if (path) console.log(path)
  else console.error(HELP)
  process.exitCode = path ? 0 : 1
}
