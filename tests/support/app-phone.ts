import 'fake-indexeddb/auto'
import { readReply } from '../../client/platform/fetch-json.ts'
import { openPhone, type Phone, type PhoneServer } from '../../client/sync/testing/phone.ts'
import { newId } from '../../server/platform/ids.ts'
import { sessionSchema } from '../../shared/api/session.ts'
import type { DeviceId } from '../../shared/ids.ts'
import { syncReplySchema } from '../../shared/sync/protocol.ts'
import { signIn, type Site } from './browser-session.ts'

/** The app of one enumerator, with its real stores and engine, on a real server. */
export type AppPhone = Phone & {
  /** Signs in again, as somebody has to whose session the server no longer knows. */
  readonly signIn: () => Promise<void>
}

/**
 * Opens the app on a phone that has signed in; nothing is fetched yet.
 * @param site the server of the moment
 */
export async function openAppPhone(
  site: Site,
  username: string,
  password: string,
  device = newId<DeviceId>(),
): Promise<AppPhone> {
  let browser = await signIn(site, username, password, device)
  const { receiptKey } = sessionSchema.parse(await browser.signedIn.json())
  const server: PhoneServer = {
    receiptKey,
    sync: async (request) => {
      const response = await browser.post('/api/sync', request)
      const contentType = response.headers.get('content-type') ?? ''
      return readReply({ status: response.status, contentType, text: await response.text() }, syncReplySchema)
    },
    signed: (_device, reply) => Promise.resolve({ ...reply, signature: null }),
  }
  const phone = await openPhone(server, device)
  return Object.assign(phone, {
    signIn: async () => {
      browser = await signIn(site, username, password, device)
    },
  })
}
