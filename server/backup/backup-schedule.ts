import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { Cron } from 'croner'
import type { Database } from '../database/database.ts'
import type { Logger } from '../platform/log.ts'
import { startThread } from '../platform/threads.ts'
import { createBackupStore } from './backup-store.ts'
import type { BackupJob } from './make-backup.ts'

/** With nothing backed up for so long, the next start does not wait for the hour. */
const OVERDUE_MS = 24 * 60 * 60 * 1000

export type BackupSchedule = {
  /** Makes a copy in a thread of its own; asked again while one is made, it makes one more after it. */
  readonly run: () => Promise<void>
  /** Keeps to the schedule from now on, beginning at once where the last copy is a day old. */
  readonly start: () => void
  readonly close: () => Promise<void>
}

/**
 * Copies that the server makes by itself. What goes wrong is logged and tried again at the next hour: no request
 * waits for it or fails with it.
 * @param schedule cron expression in the time of Jakarta
 */
export function createBackupSchedule(
  database: Database,
  job: BackupJob,
  schedule: string,
  { clock, log }: { readonly clock: () => Date; readonly log: Logger },
): BackupSchedule {
  const store = createBackupStore(database)
  let cron: Cron | null = null
  let worker: Worker | null = null
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null
  let isClosed = false

  async function make(): Promise<void> {
    if (isClosed) return
    worker = startThread(import.meta.url, 'backup-worker', job)
    worker.on('message', ({ damaged, ...made }: { damaged: readonly string[] }) => {
      if (damaged.length > 0) log.error({ ...made, damaged }, 'some files could not be backed up whole')
      else log.info(made, 'backed up')
    })
    try {
      await once(worker, 'exit')
    } catch (error) {
      log.error({ err: error }, 'the backup failed')
    }
  }

  function run(): Promise<void> {
    if (!running) return (running = make().finally(() => (running = null)))
    // One that began before the caller's work may not hold it.
    return (next ??= running.then(() => {
      next = null
      return run()
    }))
  }

  return {
    run,
    start: () => {
      cron = new Cron(schedule, { timezone: 'Asia/Jakarta', protect: true, unref: true }, () => run())
      const last = store.lastAt()
      if (last === null || clock().getTime() - Date.parse(last) > OVERDUE_MS) void run()
    },
    close: async () => {
      isClosed = true
      cron?.stop()
      // What it began is swept by the next one.
      await worker?.terminate()
      await running
    },
  }
}
