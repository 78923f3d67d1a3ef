import { afterEach, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { fault } from '../../shared/faults.ts'
import { fetchJson, readReply } from './fetch-json.ts'

afterEach(() => vi.unstubAllGlobals())

const schema = z.object({ households: z.int() })
const read = (status: number, contentType: string, text: string) =>
  readReply({ status, contentType, text }, schema)

test('a reply of the right shape is data', () => {
  expect(read(200, 'application/json; charset=UTF-8', '{"households":7,"more":1}')).toEqual({ households: 7 })
})

test('a Wi-Fi page is not our server, whatever its status', () => {
  expect(read(200, 'text/html', '<html>Login</html>')).toEqual(fault('not-our-server'))
  expect(read(511, 'text/html', '<html>Login</html>')).toMatchObject({ fault: 'server-error' })
  expect(read(401, 'text/html', '<html>Login</html>')).toMatchObject({ fault: 'not-our-server' })
  expect(read(0, '', '')).toMatchObject({ fault: 'not-our-server' })
})

test('data that breaks off is a broken connection', () => {
  expect(read(200, 'application/json', '{"households":')).toEqual(fault('unreachable'))
})

test('data of another shape is the server’s mistake', () => {
  expect(read(200, 'application/json', '{"households":"7"}')).toMatchObject({ fault: 'server-error' })
})

test('the server’s faults come back by their code', () => {
  const body = JSON.stringify({
    type: 'urn:yesjitu:fault:signed-out',
    title: '',
    status: 401,
    code: 'signed-out',
  })
  expect(read(401, 'application/problem+json', body)).toEqual(fault('signed-out'))
  expect(read(413, 'text/plain', 'no')).toEqual(fault('too-large'))
  expect(read(502, 'text/html', '<html>Bad gateway</html>')).toMatchObject({ fault: 'server-error' })
})

test('no network, and a body that never ends, are unreachable', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  expect(await fetchJson(schema, '/api/x', { timeoutMs: 1000 })).toEqual(fault('unreachable'))
  vi.stubGlobal(
    'fetch',
    (_path: string, { signal }: RequestInit) =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error))),
  )
  expect(await fetchJson(schema, '/api/x', { timeoutMs: 5 })).toEqual(fault('unreachable'))
})
