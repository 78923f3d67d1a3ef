import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import { SERVER_MARK } from '../shared/api/server-mark.ts'
import { fault, type Fault } from '../shared/faults.ts'
import { isDiskFull } from './database/storage-error.ts'
import type { Actor } from './platform/actor.ts'
import { clientFiles } from './platform/client-files.ts'
import { guard, onlyPermitted } from './platform/guard.ts'
import { faultReply, type ApiEnv } from './platform/http.ts'
import type { Logger } from './platform/log.ts'
import { packReplies } from './platform/pack-replies.ts'
import { POLICY } from './policy.ts'

// Sync, imports, uploads and rescue files take more, and say themselves how much.
const WITH_OWN_LIMIT = /^\/api\/(sync$|imports$|rescue-files$|uploads\/)/
const MAX_BODY_BYTES = 64 * 1024

export type AppParts = {
  readonly log: Logger
  readonly clientDirectory: string
  readonly secure: boolean
  readonly actorOf: (context: Context) => Actor | Fault
  /** routes of the features, with full paths */
  readonly features: readonly Hono<ApiEnv>[]
}

/** The whole HTTP side: headers, the policy's guards, the features' routes, the client's files. */
export function createApp(parts: AppParts): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>()
  app.use(compress())
  app.use(securityHeaders(parts.secure))
  const limit = bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: (context) => faultReply(context, fault('too-large')),
  })
  app.use('/api/*', (context, next) =>
    WITH_OWN_LIMIT.test(context.req.path) ? next() : limit(context, next),
  )
  app.use('/api/*', packReplies())
  app.use('/api/*', async (context, next) => {
    await next()
    context.header(SERVER_MARK, '1')
    // Some replies say more, `no-transform` for one.
    const said = context.res.headers.get('cache-control') ?? ''
    if (!said.includes('no-store')) context.header('cache-control', 'no-store')
  })
  for (const row of POLICY) app.on(row.method, row.path, guard(row, parts.actorOf))
  app.use('/api/*', onlyPermitted)
  app.get('/api/health', (context) => context.json({ status: 'ok' }))
  for (const feature of parts.features) app.route('/', feature)
  app.all('/api/*', (context) => faultReply(context, fault('not-found')))
  app.route('/', clientFiles(parts.clientDirectory))
  app.onError((error, context) => {
    parts.log.error({ err: error, method: context.req.method, path: context.req.routePath }, 'request failed')
    return faultReply(context, fault(isDiskFull(error) ? 'server-full' : 'server-error'))
  })
  return app
}

function securityHeaders(secure: boolean) {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ['yesjitu'],
    },
    strictTransportSecurity: secure ? 'max-age=31536000; includeSubDomains' : false,
    referrerPolicy: 'no-referrer',
    permissionsPolicy: { camera: ['self'], geolocation: ['self'], microphone: [] },
  })
}
