import { Hono } from 'hono'
import { lostPhoneReportSchema, type LostPhones } from '../../../shared/api/lost-phones.ts'
import { fault } from '../../../shared/faults.ts'
import { deviceIdSchema } from '../../../shared/ids.ts'
import type { Database } from '../../database/database.ts'
import type { Audit } from '../../platform/audit.ts'
import { faultReply, type ApiEnv } from '../../platform/http.ts'
import type { LostPhoneStore } from '../../records/lost-phone-store.ts'

/** `/api/lost-phones`: phones say that they came back empty, supervisors take note of it. Rules [D3] and [D4]. */
export function lostPhoneRoutes(parts: {
  readonly database: Database
  readonly audit: Audit
  readonly lostPhones: LostPhoneStore
}): Hono<ApiEnv> {
  const { database, audit, lostPhones } = parts
  const routes = new Hono<ApiEnv>()

  routes.post('/api/lost-phones', async (context) => {
    const { account, device } = context.var.actor
    const report = lostPhoneReportSchema.safeParse(await context.req.json().catch(() => null))
    if (!report.success) return faultReply(context, fault('bad-request'))
    database.write((tx) => {
      if (!lostPhones.report(tx, account, report.data)) return
      const detail = { unsent: report.data.unsent }
      audit.append(tx, { account, device, action: 'device.lost', subject: report.data.device, detail })
    })
    // Somebody else's device answers like one's own that is known already: nothing to tell apart.
    return context.body(null, 204)
  })

  routes.get('/api/lost-phones', (context) => {
    const reply: LostPhones = { phones: [...lostPhones.listed(context.var.actor.areas)] }
    return context.json(reply)
  })

  routes.post('/api/lost-phones/:device/seen', (context) => {
    const { account, device, areas } = context.var.actor
    const lost = deviceIdSchema.safeParse(context.req.param('device'))
    const isSeen =
      lost.success &&
      database.write((tx) => {
        if (!lostPhones.see(tx, account, areas, lost.data)) return false
        audit.append(tx, { account, device, action: 'device.lost-seen', subject: lost.data })
        return true
      })
    return isSeen ? context.body(null, 204) : faultReply(context, fault('not-found'))
  })
  return routes
}
