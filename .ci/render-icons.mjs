// Draws the app's PNG icons from their SVG sources. To be run by hand after a change of a source; both are kept.
import { readFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { findBrowser } from './browser.mjs'

const FOLDER = 'public/icons'

/** iOS rounds the corners itself and shows transparent ones black, so it gets the full square. */
const ICONS = [
  { source: 'icon.svg', target: 'icon-192.png', pixels: 192 },
  { source: 'icon.svg', target: 'icon-512.png', pixels: 512 },
  { source: 'icon-maskable.svg', target: 'icon-maskable-512.png', pixels: 512 },
  { source: 'icon-maskable.svg', target: 'apple-touch-icon.png', pixels: 180 },
]

const executablePath = await findBrowser()
if (!executablePath) throw new Error('no Chromium found: npm test installs one')
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const page = await browser.newPage()
for (const { source, target, pixels } of ICONS) {
  const svg = readFileSync(`${FOLDER}/${source}`, 'base64')
  await page.setViewportSize({ width: pixels, height: pixels })
  await page.setContent(
    `<body style="margin:0"><img width="${pixels}" height="${pixels}" src="data:image/svg+xml;base64,${svg}">`,
  )
  await page.locator('img').screenshot({ path: `${FOLDER}/${target}`, omitBackground: true })
}
await browser.close()
