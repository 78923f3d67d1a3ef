import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../../database/database.ts'
import type { PeriodJob } from './period-threads.ts'
import { rewritePackage } from './rewrite-package.ts'
import { sealPeriod } from './seal.ts'

// Started by period-threads.ts; what it throws ends the thread, and what it did until then stays.
const { databasePath, ...job } = workerData as PeriodJob & { readonly databasePath: string }
const database = openDatabase(databasePath, () => new Date())
try {
  if (job.kind === 'rewrite') rewritePackage(database, job.period, job.directory)
  else await sealPeriod(database, job, { onStep: (step) => parentPort?.postMessage(step) })
} finally {
  database.close()
}
