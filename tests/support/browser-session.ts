import type { Hono } from 'hono'
import type { DeviceId } from '../../shared/ids.ts'
import type { ApiEnv } from '../../server/platform/http.ts'

/** Somebody's browser: keeps the session cookie and speaks JSON. */
export type Browser = {
  readonly get: (path: string) => Promise<Response>
  readonly post: (path: string, body: unknown) => Promise<Response>
  readonly delete: (path: string) => Promise<Response>
  readonly signedIn: Response
}

/** Signs in through the API; `signedIn` is the reply, whatever it says. */
export async function signIn(
  app: Hono<ApiEnv>,
  username: string,
  password: string,
  device: DeviceId,
): Promise<Browser> {
  const signedIn = await app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password, device: { id: device, name: 'uji' } }),
  })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const call = (method: string, path: string, body?: unknown) =>
    Promise.resolve(
      app.request(path, {
        method,
        headers: { cookie, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
  return {
    signedIn,
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    delete: (path) => call('DELETE', path),
  }
}
