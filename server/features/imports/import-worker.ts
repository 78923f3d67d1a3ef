import { workerData } from 'node:worker_threads'
import { readList, type ImportJob } from './read-list.ts'

// Started by imports.ts; what it throws ends the thread, and the snapshot is then found unfinished.
await readList(workerData as ImportJob)
