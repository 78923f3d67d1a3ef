import { parentPort, workerData } from 'node:worker_threads'
import { makeBackup, type BackupJob } from './make-backup.ts'

// Started by backup-schedule.ts; what it throws ends the thread.
const { copy, damaged } = await makeBackup(workerData as BackupJob, () => new Date())
parentPort?.postMessage({ name: copy.name, changes: copy.manifest.contents.changeSeq, damaged })
