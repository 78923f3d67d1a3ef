import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadableStream } from 'node:stream/web'
import type { Worker } from 'node:worker_threads'
import type { Database } from '../../database/database.ts'
import type { Audit } from '../../platform/audit.ts'
import { newId } from '../../platform/ids.ts'
import type { Logger } from '../../platform/log.ts'
import { startThread } from '../../platform/threads.ts'
import type { Import, Rejection } from '../../../shared/api/imports.ts'
import { fault, isFault, type Fault } from '../../../shared/faults.ts'
import type { SnapshotId } from '../../../shared/ids.ts'
import { layoutOfFile } from './header.ts'
import type { Layout } from './layout.ts'
import type { ImportJob } from './read-list.ts'
import { rejectedFile } from './rejected-file.ts'
import { createSnapshotStore } from './snapshot-store.ts'
import { interrupt, sweepFailed, sweepInterrupted } from './sweep.ts'
import { storeUpload, type Upload } from '../../platform/store-upload.ts'

/** Who imports; `device` is null for the server itself. */
export type Importer = { readonly account: string; readonly device: string | null }

export type Imports = {
  list: () => readonly Import[]
  find: (id: SnapshotId) => Import | null
  /** Up to 100 rejected rows after a line, null for an unknown import. */
  rejections: (id: SnapshotId, afterLine: number) => { rejections: Rejection[]; more: boolean } | null
  /** The rejected rows as a file in pieces, null for an unknown import; that it was taken is logged. */
  rejectedFile: (by: Importer, id: SnapshotId) => Iterable<string> | null
  /** Takes a file and begins to read it, or finds the earlier import of the same bytes. */
  receive: (
    by: Importer,
    file: { fileName: string; asOf: string; body: ReadableStream<Uint8Array> | null },
  ) => Promise<{ import: Import; isNew: boolean } | Fault>
  /** Resolves when an import is no longer being read, whatever came of it. */
  ended: (id: SnapshotId) => Promise<void>
  /** Stops what is being read; it is then marked as interrupted. */
  close: () => Promise<void>
}

const REJECTIONS_PAGE = 100

type Running = { readonly worker: Worker; readonly ended: Promise<void> }

/**
 * Imports of the ministry's lists: received here, read one at a time in a worker thread. What an earlier server
 * left unfinished is marked as interrupted now, and swept in the background.
 * @param options.directory for files that are being received or read; emptied now, so it belongs to one server
 */
export function createImports(
  database: Database,
  audit: Audit,
  log: Logger,
  options: { readonly directory: string; readonly bodyLimitBytes: number },
): Imports {
  const snapshots = createSnapshotStore(database)
  const running = new Map<SnapshotId, Running>()
  const closing = new AbortController()
  rmSync(options.directory, { recursive: true, force: true })
  mkdirSync(options.directory, { recursive: true, mode: 0o700 })
  const sweeping = sweepInterrupted(database, closing.signal).catch((error: unknown) =>
    log.error({ error: String(error) }, 'interrupted imports not swept'),
  )

  function begin(
    by: Importer,
    upload: Upload,
    { isMended }: Layout,
    file: { fileName: string; asOf: string },
  ) {
    return database.write((tx): { import: Import; isNew: boolean } | Fault => {
      const earlier = snapshots.findContent(upload.sha256)
      if (earlier) return { import: earlier, isNew: false }
      if (snapshots.unfinished().length > 0) return fault('import-running')
      // Its few rows alone would stand for the whole city.
      const hasList = snapshots.publishedOn(file.asOf) !== null || snapshots.isAllRejectedOn(file.asOf)
      if (isMended && !hasList) return fault('mended-without-list')
      const id = newId<SnapshotId>()
      const { sha256, bytes } = upload
      snapshots.begin(tx, id, { ...file, sha256, bytes, startedBy: by.account })
      audit.append(tx, { ...by, action: 'import.begin', subject: id, detail: { sha256, bytes } })
      const begun = snapshots.find(id)
      if (!begun) throw new Error('an import that was just begun is not there')
      return { import: begun, isNew: true }
    })
  }

  function read(by: Importer, { id, asOf }: Import, filePath: string): void {
    const stagingPath = `${filePath}.staging`
    const job: ImportJob = { snapshot: id, databasePath: database.path, filePath, stagingPath, asOf, ...by }
    const worker = startThread(import.meta.url, 'import-worker', job)
    const ended = exitOf(worker)
      .then((error) => {
        if (error) log.error({ snapshot: id, error: error.message }, 'import failed')
        return finish(by, id, [filePath, stagingPath])
      })
      .catch((error: unknown) => log.error({ snapshot: id, error: String(error) }, 'import not ended'))
    running.set(id, { worker, ended })
  }

  async function finish(by: Importer, id: SnapshotId, files: readonly string[]): Promise<void> {
    running.delete(id)
    for (const path of files) rmSync(path, { force: true })
    interrupt(database, id, by)
    log.info({ snapshot: id, state: snapshots.find(id)?.state }, 'import ended')
    await sweepFailed(database, closing.signal)
  }

  return {
    list: () => snapshots.list(),
    find: (id) => snapshots.find(id),
    rejections: (id, afterLine) => {
      if (!snapshots.find(id)) return null
      const rows = snapshots.rejections(id, afterLine, REJECTIONS_PAGE + 1)
      const rejections = rows.slice(0, REJECTIONS_PAGE).map(({ raw: _raw, ...rejection }) => rejection)
      return { rejections, more: rows.length > REJECTIONS_PAGE }
    },
    rejectedFile: (by, id) => {
      if (!snapshots.find(id)) return null
      database.write((tx) => audit.append(tx, { ...by, action: 'import.download-rejected', subject: id }))
      return rejectedFile(snapshots, id)
    },
    receive: async (by, { body, ...file }) => {
      const path = join(options.directory, newId())
      const upload = await storeUpload(body, path, options.bodyLimitBytes)
      if (isFault(upload)) return upload
      const layout = await layoutOfFile(path)
      const begun = layout ? begin(by, upload, layout, file) : fault('wrong-layout')
      if (isFault(begun) || !begun.isNew) rmSync(path, { force: true })
      else read(by, begun.import, path)
      return begun
    },
    ended: async (id) => running.get(id)?.ended,
    close: async () => {
      closing.abort()
      await sweeping
      for (const { worker, ended } of running.values()) {
        await worker.terminate()
        await ended
      }
    },
  }
}

/** Resolves when a thread has ended, with what it threw. */
function exitOf(worker: Worker): Promise<Error | null> {
  return new Promise((resolve) => {
    let thrown: Error | null = null
    worker.once('error', (error) => {
      thrown = error
    })
    worker.once('exit', () => resolve(thrown))
  })
}
