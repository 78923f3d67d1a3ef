import { expect, test } from 'vitest'
import { filesOfPage } from './first-load.ts'

test('scripts, preloaded modules and style sheets of the page count; icons and the manifest do not', () => {
  const html = `<!doctype html><html lang="id"><head>
    <link rel="manifest" href="/manifest.webmanifest" />
    <link rel="icon" href="/icons/icon.svg" />
    <script type="module" crossorigin src="/assets/main-a.js"></script>
    <link rel="modulepreload" crossorigin href="/assets/part-b.js">
    <link rel="stylesheet" crossorigin href="/assets/main-c.css">
  </head></html>`
  expect(filesOfPage(html)).toEqual({
    scripts: ['assets/main-a.js', 'assets/part-b.js'],
    styles: ['assets/main-c.css'],
  })
})
