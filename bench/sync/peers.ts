import { execFileSync, fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'

const FOLDER = fileURLToPath(new URL('../peers/', import.meta.url))

/** Installs what the product is measured beside, by its own lock. @returns false where it cannot be had here */
export function installPeers(): boolean {
  if (existsSync(join(FOLDER, 'node_modules/pouchdb/package.json'))) return true
  try {
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']
    execFileSync('npm', args, { cwd: FOLDER, stdio: ['ignore', 2, 2] })
    return true
  } catch {
    return false
  }
}

export type Adapter = 'memory' | 'leveldb'
export type PeerServer = { readonly url: string; readonly stop: () => void }

/** express-pouchdb in a process of its own. */
export async function startPeer(adapter: Adapter): Promise<PeerServer> {
  const folder = mkdtempSync(join(tmpdir(), 'yesjitu-peer-'))
  const child = fork(join(FOLDER, 'server.mjs'), [adapter, folder], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
  })
  const [port] = (await once(child, 'message')) as [number]
  return { url: `http://127.0.0.1:${port}`, stop: () => child.kill() }
}

export type Doc = { readonly _id: string }

const saidSchema = z.union([
  z.object({ loaded: z.int() }),
  z.object({ ms: z.number(), written: z.int() }),
  z.object({ failed: z.string() }),
])

/** Databases of phones, in a process of their own. */
export type Replicator = {
  /** Makes one database for each group of documents. */
  readonly load: (groups: readonly (readonly Doc[])[]) => Promise<void>
  /** Replicates them all; gives how long it took, ms. */
  readonly replicate: (to: string, batch: number, documents: number) => Promise<number>
  readonly stop: () => void
}

export async function startReplicator(): Promise<Replicator> {
  const child = fork(join(FOLDER, 'replicate.mjs'), { execArgv: [] })
  await once(child, 'message')
  return {
    load: async (groups) => {
      await ask(child, { load: groups })
    },
    replicate: async (to, batch, documents) => {
      const said = await ask(child, { to, batch })
      if (!('ms' in said) || said.written !== documents) throw new Error(`PouchDB: ${JSON.stringify(said)}`)
      return said.ms
    },
    stop: () => child.kill(),
  }
}

async function ask(child: ChildProcess, asked: object) {
  child.send(asked)
  const [said] = (await once(child, 'message')) as [unknown]
  return saidSchema.parse(said)
}
