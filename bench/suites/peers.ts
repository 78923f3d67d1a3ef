import { execFileSync } from 'node:child_process'
import type { Suite } from '../figure.ts'
import { installPeers, startPeer, startReplicator, type Adapter, type Doc } from '../sync/peers.ts'
import { measurePull } from '../sync/pull.ts'
import { BATCH, pushRound, roundFor, startProduct } from '../sync/push.ts'

const ROUNDS = 3

/** The product beside PouchDB 9 and express-pouchdb 4.2, which are installed on demand beside it. */
export const suite: Suite = {
  name: 'peers',
  async run(report) {
    if (!installPeers()) {
      console.error('peers is left out: PouchDB could not be installed into bench/peers (npm ci failed)')
      return
    }
    execFileSync(process.execPath, ['.ci/build.mjs'], { stdio: ['ignore', 2, 2] })
    const product = await startProduct()
    const peers = { memory: await startPeer('memory'), leveldb: await startPeer('leveldb') }
    const replicator = await startReplicator()
    try {
      const ours: number[] = []
      const theirs: Record<Adapter, number[]> = { memory: [], leveldb: [] }
      for (let number = 0; number <= ROUNDS; number++) {
        const round = roundFor(product.phones, number)
        const rate = await pushRound(product, round)
        // The first round warms up all and is not counted.
        if (number > 0) ours.push(rate)
        const groups = round.map((batches) =>
          batches.flat().map((change) => toDoc(change as { readonly id: string })),
        )
        const documents = groups.flat().length
        for (const adapter of ['memory', 'leveldb'] as const) {
          await replicator.load(groups)
          const ms = await replicator.replicate(`${peers[adapter].url}/push`, BATCH, documents)
          if (number > 0) theirs[adapter].push((documents / ms) * 1000)
        }
      }
      report({ name: 'push', unit: 'changes/s', samples: ours })
      report({
        name: 'push, PouchDB to express-pouchdb in memory',
        unit: 'changes/s',
        samples: theirs.memory,
      })
      report({
        name: 'push, PouchDB to express-pouchdb on leveldb',
        unit: 'changes/s',
        samples: theirs.leveldb,
      })
      report({
        name: 'push beside the better of them',
        unit: 'ratio',
        samples: ours.map(
          (rate, index) => rate / Math.max(theirs.memory[index] ?? 0, theirs.leveldb[index] ?? 0),
        ),
        reach: { atLeast: 2 },
      })
      await measurePull(peers.memory, replicator, report)
    } finally {
      product.server.stop()
      peers.memory.stop()
      peers.leveldb.stop()
      replicator.stop()
    }
  },
}

function toDoc({ id, ...change }: { readonly id: string }): Doc {
  return { _id: id, ...change }
}
