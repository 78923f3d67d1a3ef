// Phones of PouchDB: one database in memory for each connection, loaded first, then replicated all at the same time.
import PouchDB from 'pouchdb'
import memory from 'pouchdb-adapter-memory'

PouchDB.plugin(memory)
let round = 0
let sources = []

async function answer({ load, to, batch }) {
  if (load) {
    round += 1
    sources = load.map((_, index) => new PouchDB(`source-${round}-${index}`, { adapter: 'memory' }))
    await Promise.all(sources.map((source, index) => source.bulkDocs(load[index])))
    return { loaded: load.length }
  }
  const startedAt = performance.now()
  const results = await Promise.all(sources.map((source) => source.replicate.to(to, { batch_size: batch })))
  const ms = performance.now() - startedAt
  return { ms, written: results.reduce((sum, { docs_written: written }) => sum + written, 0) }
}

process.on('message', (asked) =>
  answer(asked).then(
    (said) => process.send(said),
    (error) => process.send({ failed: String(error) }),
  ),
)
process.send('ready')
