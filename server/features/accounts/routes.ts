import { Hono, type Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { fault, isFault, type Fault } from '../../../shared/faults.ts'
import type { Session } from '../../../shared/api/session.ts'
import { signInSchema } from '../../../shared/api/sign-in.ts'
import type { DeviceId } from '../../../shared/ids.ts'
import type { Database, Transaction } from '../../database/database.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Audit } from '../../platform/audit.ts'
import { faultReply, type ApiEnv } from '../../platform/http.ts'
import type { LostPhoneStore } from '../../records/lost-phone-store.ts'
import type { ScopeStore } from '../../records/scope-store.ts'
import type { Account, AccountStore } from './account-store.ts'
import { hashPassword, isPassword } from './password.ts'
import type { SessionStore } from './session-store.ts'
import type { SignInThrottle } from './sign-in-throttle.ts'

const COOKIE = 'yesjitu-session'

type Parts = {
  readonly database: Database
  readonly audit: Audit
  readonly accounts: AccountStore
  readonly sessions: SessionStore
  readonly scopes: ScopeStore
  readonly throttle: SignInThrottle
  readonly sessionDays: number
  readonly secureCookies: boolean
  /** address of who asks, as far as it can be trusted */
  readonly addressOf: (context: Context) => string
  readonly clock: () => Date
  /** public key of the receipts */
  readonly receiptKey: string
  readonly lostPhones: LostPhoneStore
}

/** `/api/session`: sign in, who am I, sign out. */
export function accountRoutes(parts: Parts): Hono<ApiEnv> {
  const { database, audit, accounts, sessions, scopes, throttle } = parts
  const routes = new Hono<ApiEnv>()
  // Of a password that nobody knows: an unknown user name costs the same time as a wrong password. Made at the first
  // sign-in, whoever it is, so that a start does not wait for it.
  let decoy: Promise<string> | null = null

  routes.post('/api/session', async (context) => {
    const request = signInSchema.safeParse(await context.req.json().catch(() => null))
    if (!request.success) return faultReply(context, fault('bad-request'))
    const { username, password, device } = request.data
    const address = parts.addressOf(context)
    if (!(await throttle.admit(username, address))) return faultReply(context, fault('too-many-tries'))

    const account = accounts.findByUsername(username)
    decoy ??= hashPassword(crypto.randomUUID())
    const nobodys = await decoy
    const isRight = await isPassword(password, account?.passwordHash ?? nobodys)
    if (!account || !isRight) {
      database.write((tx) => {
        audit.append(tx, { account: account?.id ?? null, device: null, action: 'session.refuse' })
      })
      return faultReply(context, fault('wrong-credentials'))
    }
    await throttle.clear(username, address)
    const token = database.write((tx) => {
      const refused = sessions.registerDevice(tx, account.id, device.id, device.name)
      if (refused) return refused
      audit.append(tx, { account: account.id, device: device.id, action: 'session.open' })
      recordLoss(tx, account, device.id, getCookie(context, COOKIE))
      return sessions.open(tx, account.id, device.id, parts.sessionDays)
    })
    if (isFault(token)) return faultReply(context, token)
    setCookie(context, COOKIE, token, {
      httpOnly: true,
      sameSite: 'Strict',
      secure: parts.secureCookies,
      path: '/',
      maxAge: parts.sessionDays * 24 * 60 * 60,
    })
    return context.json(sessionOf(account, device.id, scopes.areasOf(account.id), parts.receiptKey))
  })

  /**
   * An installation gives a person the same device again. One that asks for another, and still bears the cookie of the
   * first, has lost what it knew: cookies outlive the databases of a browser that makes room. Rule [D3].
   */
  function recordLoss(tx: Transaction, account: Account, device: DeviceId, token: string | undefined): void {
    const before = token ? sessions.find(token, parts.clock()) : null
    if (account.role !== 'enumerator' || before?.account !== account.id || before.device === device) return
    const report = { device: before.device, unsent: null, notedAt: null }
    if (!parts.lostPhones.report(tx, account.id, report)) return
    audit.append(tx, { account: account.id, device, action: 'device.lost', subject: before.device })
  }

  routes.get('/api/session', (context) => {
    const { account: id, device, areas } = context.var.actor
    const account = accounts.find(id)
    return account
      ? context.json(sessionOf(account, device, areas, parts.receiptKey))
      : faultReply(context, fault('signed-out'))
  })

  routes.delete('/api/session', (context) => {
    const { account, device } = context.var.actor
    database.write((tx) => {
      sessions.close(tx, getCookie(context, COOKIE) ?? '')
      audit.append(tx, { account, device, action: 'session.close' })
    })
    deleteCookie(context, COOKIE, { path: '/' })
    return context.body(null, 204)
  })
  return routes
}

/** Finds who asks by the session cookie; a fault where there is no session, it has ended, or its device was revoked. */
export function createActorFinder(parts: Pick<Parts, 'accounts' | 'sessions' | 'scopes' | 'clock'>) {
  return (context: Context): Actor | Fault => {
    const token = getCookie(context, COOKIE)
    const session = token ? parts.sessions.find(token, parts.clock()) : null
    const account = session && parts.accounts.find(session.account)
    if (!session || !account) return fault('signed-out')
    if (session.isRevoked) return fault('device-revoked')
    return {
      account: account.id,
      name: account.name,
      role: account.role,
      device: session.device,
      scopeVersion: account.scopeVersion,
      areas: parts.scopes.areasOf(account.id),
    }
  }
}

function sessionOf(
  account: Account,
  device: Session['device'],
  areas: Session['areas'] | Actor['areas'],
  receiptKey: string,
): Session {
  const { id, username, name, role } = account
  return { account: { id, username, name, role }, device, areas: [...areas], receiptKey }
}
