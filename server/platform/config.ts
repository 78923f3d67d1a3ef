import * as z from 'zod/mini'

const configSchema = z.object({
  PORT: z._default(z.coerce.number().check(z.int(), z.gte(0), z.lte(65535)), 8787),
  /** address to listen on; behind a reverse proxy keep it local */
  HOST: z._default(z.string(), '127.0.0.1'),
  DATA_DIR: z._default(z.string(), 'data'),
  CLIENT_DIR: z._default(z.string(), 'dist/client'),
  LOG_LEVEL: z._default(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']), 'warn'),
  /** `always` also on later starts, `never` for a real office; `auto` where the database is new */
  DEMO: z._default(z.enum(['auto', 'never']), 'auto'),
  SESSION_DAYS: z._default(z.coerce.number().check(z.positive()), 30),
  /** wrong passwords within 15 minutes before an account or address has to wait */
  SIGN_IN_TRIES: z._default(z.coerce.number().check(z.positive()), 10),
  /** largest sync request in bytes, packed and unpacked, after which 413 is answered */
  SYNC_BODY_LIMIT: z._default(z.coerce.number().check(z.positive()), 4 * 1024 * 1024),
  /** seconds of sync work that may wait, after which phones are told to come back later (503) */
  SYNC_WAIT_LIMIT: z._default(z.coerce.number().check(z.gte(0)), 8),
  /** largest picture in bytes */
  PICTURE_LIMIT: z._default(z.coerce.number().check(z.positive()), 8 * 1024 * 1024),
  /** largest list file in bytes */
  IMPORT_BODY_LIMIT: z._default(z.coerce.number().check(z.positive()), 1024 * 1024 * 1024),
  /** set where HTTPS ends at a proxy or here: cookies then are Secure */
  SECURE_COOKIES: z._default(z.enum(['true', 'false']), 'false'),
  /** whose address counts: `true` trusts X-Forwarded-For of a reverse proxy */
  TRUST_PROXY: z._default(z.enum(['true', 'false']), 'false'),
  /** where verified copies go, on other storage; without it the server makes none by itself */
  BACKUP_DIR: z.optional(z.string().check(z.minLength(1))),
  /** when it makes one: a cron expression in the time of Jakarta */
  BACKUP_SCHEDULE: z._default(z.string(), '15 1,13 * * *'),
  /** the last copy of so many days is kept */
  BACKUP_KEEP_DAYS: z._default(z.coerce.number().check(z.int(), z.positive()), 35),
  /** the last copy of so many months is kept */
  BACKUP_KEEP_MONTHS: z._default(z.coerce.number().check(z.int(), z.positive()), 12),
})
export type Config = z.infer<typeof configSchema>

/**
 * Configuration from the environment.
 * @throws Error that names each variable that cannot be read and why
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = configSchema.safeParse(environment)
  if (parsed.success) return parsed.data
  const reasons = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The configuration cannot be read. ${reasons.join('; ')}`)
}
