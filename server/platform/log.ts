import { pino, type Logger } from 'pino'
import type { Config } from './config.ts'

export type { Logger } from 'pino'

/** Log of what happens, in JSON lines, without personal data: routes, ids, counts, codes. */
export function createLog(config: Pick<Config, 'LOG_LEVEL'>): Logger {
  return pino({ level: config.LOG_LEVEL, base: null })
}
