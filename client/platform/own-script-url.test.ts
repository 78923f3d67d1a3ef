import { expect, test } from 'vitest'
import { createOwnScriptUrls } from './own-script-url.ts'

test('only the app’s own scripts pass, also in a browser without Trusted Types', () => {
  const scriptUrl = createOwnScriptUrls(['/sw.js', '/assets/photo-worker.js'])
  expect(scriptUrl('/assets/photo-worker.js')).toBe('/assets/photo-worker.js')
  expect(() => scriptUrl('https://elsewhere.example/sw.js')).toThrow('not a script of this app')
})
