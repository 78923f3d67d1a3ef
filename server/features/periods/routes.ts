import { createReadStream, existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Hono, type Context } from 'hono'
import { fault } from '../../../shared/faults.ts'
import type { Period, PeriodFigures } from '../../../shared/api/periods.ts'
import { periodIdSchema, periodOf, type PeriodId } from '../../../shared/period.ts'
import type { Database } from '../../database/database.ts'
import type { Audit } from '../../platform/audit.ts'
import { faultReply, type ApiEnv } from '../../platform/http.ts'
import { createDryRun } from './dry-run.ts'
import { packageName } from './package/write-package.ts'
import { createPeriodStore, type StoredPeriod } from './period-store.ts'
import type { PeriodThreads } from './period-threads.ts'

type Sealed = NonNullable<StoredPeriod['sealed']>

/** `/api/periods`: months, the seal of the open one, and the packages of the sealed ones. */
export function periodRoutes(parts: {
  readonly database: Database
  readonly audit: Audit
  readonly clock: () => Date
  /** where packages are kept */
  readonly directory: string
  readonly threads: PeriodThreads
  /** hears of each seal once it is durable */
  readonly sealed: () => void
}): Hono<ApiEnv> {
  const { database, audit, clock, directory, threads, sealed: hearSealed } = parts
  const periods = createPeriodStore(database)
  const dryRun = createDryRun(database)
  const waiting = database.query<{ count: number }>(
    `select count(*) as count from survey where status in ('submitted', 'in-review')`,
  )
  const routes = new Hono<ApiEnv>()

  routes.get('/api/periods', async (context) => {
    const open = periods.open(clock())
    const figures = await dryRun(open)
    return context.json<{ periods: Period[] }>({
      periods: [openReply(open, figures), ...periods.sealed().flatMap(sealedReply)],
    })
  })

  routes.post('/api/periods/:id/seal', async (context) => {
    const id = idOf(context)
    if (id === null) return faultReply(context, fault('not-found'))
    if (!periods.find(id)?.sealed) {
      if (periods.open(clock()).id !== id || id > periodOf(clock()))
        return faultReply(context, fault('period-not-next'))
      if (!periods.find(id)?.cutOff && hasPackage(id)) return faultReply(context, fault('period-has-package'))
      const { account, device } = context.var.actor
      const at = clock().toISOString()
      await threads.run({ kind: 'seal', period: id, account, device, at, directory })
      hearSealed()
    }
    const [sealed] = sealedReply(periods.find(id))
    return sealed ? context.json<Period>(sealed) : faultReply(context, fault('server-error'))
  })

  routes.get('/api/periods/:id/package.zip', async (context) => {
    const id = idOf(context)
    const sealed = id === null ? null : periods.find(id)?.sealed
    if (id === null || !sealed) return faultReply(context, fault('not-found'))
    const file = sealed.package
    const path = join(directory, file.fileName)
    if (!(await isWhole(path, file))) await threads.run({ kind: 'rewrite', period: id, directory })
    const { account, device } = context.var.actor
    database.write((tx) =>
      audit.append(tx, {
        account,
        device,
        action: 'period.export',
        subject: id,
        detail: { sha256: file.sha256 },
      }),
    )
    return context.body(Readable.toWeb(createReadStream(path)) as ReadableStream, 200, {
      'content-type': 'application/zip',
      'content-length': String(file.bytes),
      'content-disposition': `attachment; filename="${file.fileName}"`,
    })
  })
  return routes

  /** Of a seal that this server does not know of. */
  function hasPackage(id: PeriodId): boolean {
    return existsSync(join(directory, packageName(id)))
  }

  function openReply(open: StoredPeriod, figures: PeriodFigures): Period {
    return {
      id: open.id,
      state: 'open',
      figures,
      waiting: waiting.get()?.count ?? 0,
      sealedAt: null,
      sealedBy: null,
      package: null,
    }
  }
}

function sealedReply(period: StoredPeriod | null): Period[] {
  if (!period?.sealed || !period.cutOff) return []
  const { figures, package: file } = period.sealed
  return [
    {
      id: period.id,
      state: 'sealed',
      figures,
      waiting: 0,
      sealedAt: period.cutOff.sealedAt,
      sealedBy: period.sealedBy,
      package: file,
    },
  ]
}

function idOf(context: Context) {
  const parsed = periodIdSchema.safeParse(context.req.param('id'))
  return parsed.success ? parsed.data : null
}

/** A file that somebody took away or cut short is written again; its hash is compared then. */
async function isWhole(path: string, file: Sealed['package']): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found?.size === file.bytes
}
