import { Hono, type Context } from 'hono'
import { fault } from '../../../shared/faults.ts'
import type { KnownDevices } from '../../../shared/api/devices.ts'
import type { Database } from '../../database/database.ts'
import type { Audit } from '../../platform/audit.ts'
import { faultReply, type ApiEnv } from '../../platform/http.ts'

type Row = {
  id: string
  name: string
  created_at: string
  last_sync_at: string | null
  revoked_at: string | null
}

/** `/api/accounts/:account/devices` and `/api/devices/:device/revocation`: which phones somebody has, and which may not. */
export function deviceRoutes(parts: { readonly database: Database; readonly audit: Audit }): Hono<ApiEnv> {
  const { database, audit } = parts
  const ofAccount = database.query<Row>(
    `select id, name, created_at, last_sync_at, revoked_at from device where account_id = ?
     order by created_at desc, id`,
  )
  const ownerOf = database.query<{ account_id: string }>('select account_id from device where id = ?')
  // Its session stays: a revoked phone is told so, and no more than that.
  const revoke = database.command('update device set revoked_at = ? where id = ? and revoked_at is null')
  const restore = database.command(
    'update device set revoked_at = null where id = ? and revoked_at is not null',
  )
  const routes = new Hono<ApiEnv>()

  routes.get('/api/accounts/:account/devices', (context) => {
    const devices = ofAccount.all(context.req.param('account')).map((row) => ({
      id: row.id as KnownDevices['devices'][number]['id'],
      name: row.name,
      since: row.created_at,
      lastSyncAt: row.last_sync_at,
      revokedAt: row.revoked_at,
    }))
    return context.json<KnownDevices>({ devices })
  })
  routes.post('/api/devices/:device/revocation', (context) => change(context, 'revoke'))
  routes.delete('/api/devices/:device/revocation', (context) => change(context, 'restore'))

  function change(context: Context<ApiEnv>, verb: 'revoke' | 'restore'): Response {
    const device = context.req.param('device') ?? ''
    const actor = context.var.actor
    // Nobody locks themselves out.
    if (device === actor.device) return faultReply(context, fault('forbidden'))
    const owner = ownerOf.get(device)
    if (!owner) return faultReply(context, fault('not-found'))
    database.write((tx) => {
      const { changes } = verb === 'revoke' ? revoke(tx, tx.at.toISOString(), device) : restore(tx, device)
      if (changes === 0) return
      audit.append(tx, {
        account: actor.account,
        device: actor.device,
        action: `device.${verb}`,
        subject: device,
        detail: { account: owner.account_id },
      })
    })
    return context.body(null, 204)
  }
  return routes
}
