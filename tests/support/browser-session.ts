import type { DeviceId } from '../../shared/ids.ts'

/** Somebody's browser: keeps the session cookie and speaks JSON; a file goes as it is. */
export type Browser = {
  readonly get: (path: string) => Promise<Response>
  readonly post: (path: string, body: unknown) => Promise<Response>
  readonly delete: (path: string) => Promise<Response>
  /** Any request, with this session. */
  readonly send: (
    method: string,
    path: string,
    headers?: Readonly<Record<string, string>>,
    body?: Uint8Array<ArrayBuffer>,
  ) => Promise<Response>
  /** what it shows the server, for a request that is made by hand */
  readonly cookie: string
  readonly signedIn: Response
}

/** A server in this process, or one that is reached over the network. */
export type Site = {
  readonly request: (path: string, init: RequestInit) => Response | Promise<Response>
}

/** The site of a server process. */
export function siteOf({ url }: { readonly url: string }): Site {
  return { request: (path, init) => fetch(new URL(path, url), init) }
}

/** Signs in through the API; `signedIn` is the reply, whatever it says. */
export async function signIn(
  site: Site,
  username: string,
  password: string,
  device: DeviceId,
): Promise<Browser> {
  const signedIn = await site.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password, device: { id: device, name: 'uji' } }),
  })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const call = (method: string, path: string, body?: unknown) =>
    Promise.resolve(
      site.request(path, {
        method,
        headers: { cookie, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
      }),
    )
  return {
    signedIn,
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    delete: (path) => call('DELETE', path),
    send: (method, path, headers = {}, body) =>
      Promise.resolve(
        site.request(path, {
          method,
          headers: { cookie, ...headers },
          ...(body === undefined ? {} : { body }),
        }),
      ),
    cookie,
  }
}
