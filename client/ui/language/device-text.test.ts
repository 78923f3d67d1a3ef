import { expect, test } from 'vitest'
import { deviceText } from './device-text.ts'

const REDUCED =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36'

test.each([
  [`SM-A055F;14.0.0;${REDUCED}`, 'Samsung SM-A055F · Android 14 · Chrome 126'],
  [`Redmi 13C;13.0.0;${REDUCED}`, 'Redmi 13C · Android 13 · Chrome 126'],
  // What the browser does not say is not made up: its frozen `Android 10` is nobody's version.
  [`;;${REDUCED}`, 'Android · Chrome 126'],
  [REDUCED, 'Android · Chrome 126'],
  [
    'Mozilla/5.0 (Linux; Android 8.1.0; SM-J530Y Build/M1AJQ) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/96.0.1 Mobile Safari/537.36',
    'Samsung SM-J530Y · Android 8 · Chrome 96',
  ],
  [
    'Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-A127F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36',
    'SAMSUNG SM-A127F · Android 13 · Samsung Internet 23',
  ],
  ['Mozilla/5.0 (Android 13; Mobile; rv:126.0) Gecko/126.0 Firefox/126.0', 'Android 13 · Firefox 126'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    'iPhone · iOS 17 · Safari 17',
  ],
  [
    ';15.0.0;Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0',
    'Windows 11 · Edge 126',
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/149.0.0.0 Safari/537.36',
    'Linux · Chrome 149',
  ],
  ['Ponsel kantor 3', 'Ponsel kantor 3'],
  ['Mozilla/5.0', ''],
  ['', ''],
])('%s is called %s', (name, text) => {
  expect(deviceText(name)).toBe(text)
})
