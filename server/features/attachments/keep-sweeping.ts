import type { Logger } from '../../platform/log.ts'
import type { Uploads } from './uploads.ts'

const EVERY_MS = 60 * 60 * 1000

/**
 * Sweeps unfinished uploads now and then.
 * @returns ends it
 */
export function keepSweeping(uploads: Pick<Uploads, 'sweep'>, log: Logger): () => void {
  const timer = setInterval(
    () =>
      void uploads.sweep().catch((error: unknown) => log.error({ err: error }, 'sweeping uploads failed')),
    EVERY_MS,
  ).unref()
  return () => clearInterval(timer)
}
