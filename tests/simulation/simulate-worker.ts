import { checkTowns, type Failure } from './check-towns.ts'
import { Worlds } from './world/world.ts'

/** One bundle of towns, which begins with a seed of its own. */
export type Bundle = { readonly seed: number; readonly runs: number; readonly path?: string }
export type BundleResult = { readonly runs: number; readonly failure: Failure | null }

// Started by simulate.ts: it answers each bundle that it is given, and ends with its parent.
const worlds = await Worlds.prepare()
process.on('disconnect', () => {
  worlds.end()
  process.exit(0)
})
process.on('message', (bundle: Bundle) => {
  void checkTowns(worlds, bundle).then((failure) =>
    process.send?.({ runs: bundle.runs, failure } satisfies BundleResult),
  )
})
process.send?.('ready')
