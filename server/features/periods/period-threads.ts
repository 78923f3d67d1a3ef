import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { startThread } from '../../platform/threads.ts'
import type { PeriodId } from '../../../shared/period.ts'
import type { SealJob, SealStep } from './seal.ts'

export type PeriodJob =
  | ({ readonly kind: 'seal' } & SealJob)
  | { readonly kind: 'rewrite'; readonly period: PeriodId; readonly directory: string }

export type PeriodThreads = {
  /** Runs a job in a thread of its own; one that is asked for again while it runs is the same one. */
  run: (job: PeriodJob, onStep?: (step: SealStep) => void) => Promise<void>
  /** Stops what runs; sealing again resumes it. */
  close: () => Promise<void>
}

/** Long work on periods, beside the requests, each with its own connection. */
export function createPeriodThreads(databasePath: string): PeriodThreads {
  const running = new Map<string, { readonly worker: Worker; readonly ended: Promise<void> }>()
  return {
    run: (job, onStep) => {
      const key = `${job.kind}/${job.period}`
      const present = running.get(key)
      if (present) return present.ended
      const worker = startThread(import.meta.url, 'seal-worker', { ...job, databasePath })
      if (onStep) worker.on('message', onStep)
      const ended = endOf(worker).finally(() => running.delete(key))
      running.set(key, { worker, ended })
      return ended
    },
    close: async () => {
      for (const { worker, ended } of running.values()) {
        await worker.terminate()
        await ended.catch(() => undefined)
      }
    },
  }
}

/** `once` rejects with what the thread threw. */
async function endOf(worker: Worker): Promise<void> {
  const [code] = (await once(worker, 'exit')) as [number]
  if (code !== 0) throw new Error(`the thread was stopped (${code})`)
}
