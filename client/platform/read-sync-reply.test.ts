import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { SERVER_MARK } from '../../shared/api/server-mark.ts'
import { fault } from '../../shared/faults.ts'
import { pauseOf, readSyncReply } from './read-sync-reply.ts'

const schema = z.object({ households: z.int() })

function read(status: number, text: string, headers: Record<string, string> = {}) {
  const all = new Headers({ 'content-type': 'application/json', ...headers })
  const contentType = all.get('content-type') ?? ''
  return readSyncReply({ status, text, contentType, headers: all }, schema, 0)
}
const OURS = { [SERVER_MARK]: '1' }
const PAGE = { 'content-type': 'text/html' }

test('data of the right shape are data', () => {
  expect(read(200, '{"households":7}', OURS)).toEqual({ households: 7 })
})

test('[W7] data of another shape are somebody else’s, or with our server’s mark its mistake', () => {
  for (const text of ['{"login":"http://wifi.example/"}', '{}', '[]', 'null', '"ok"']) {
    expect(read(200, text)).toEqual(fault('not-our-server'))
    expect(read(200, text, OURS)).toMatchObject({ fault: 'server-error' })
  }
})

test('[W7] a page is somebody else’s, whatever it calls itself', () => {
  expect(read(200, '<html>Masuk Wi-Fi</html>')).toEqual(fault('not-our-server'))
  expect(read(200, '<html>Masuk Wi-Fi</html>', PAGE)).toMatchObject({ fault: 'not-our-server' })
  expect(read(511, '<html>Masuk Wi-Fi</html>', PAGE)).toEqual(fault('not-our-server'))
  expect(read(302, '', PAGE)).toMatchObject({ fault: 'not-our-server' })
  expect(read(403, '{"error":"sign in"}')).toMatchObject({ fault: 'not-our-server' })
})

test('[W7] data that end early are a broken connection', () => {
  for (const text of ['', '{"households":', '{"households":7']) {
    expect(read(200, text, OURS)).toEqual(fault('unreachable'))
  }
})

test('[W4] a busy server, or a proxy that says so for it, names the pause', () => {
  const body = JSON.stringify({ type: '', title: '', status: 503, code: 'busy' })
  const later = { 'retry-after': '20' }
  expect(read(503, body, { ...OURS, ...later })).toEqual(fault('busy', { pauseMs: 20_000 }))
  expect(read(503, '<html>Overloaded</html>', { ...PAGE, ...later })).toEqual(
    fault('busy', { pauseMs: 20_000 }),
  )
  expect(read(503, '<html>Overloaded</html>', PAGE)).toEqual(fault('busy'))
  expect(read(502, '<html>Bad gateway</html>', { ...PAGE, ...later })).toMatchObject({
    fault: 'server-error',
  })
})

test('[W4] a pause is never cut short, spread by a quarter, and lies between two seconds and ten minutes', () => {
  expect([0, 1].map((chance) => pauseOf('20', chance))).toEqual([20_000, 25_000])
  expect(pauseOf('0', 0)).toBe(2_000)
  expect(pauseOf('9'.repeat(400), 0)).toBe(600_000)
})

test('[W4] what is no number of seconds counts as not said', () => {
  for (const wrong of ['', '-5', '1e9', 'NaN', '3.5', 'Mon, 23 Nov 2026 10:00:00 GMT']) {
    expect(pauseOf(wrong, 0)).toBeNull()
  }
})
