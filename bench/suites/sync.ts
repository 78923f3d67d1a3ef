import { execFileSync } from 'node:child_process'
import type { Suite } from '../figure.ts'
import { measureEventLoop } from '../sync/event-loop.ts'
import { measurePush } from '../sync/push.ts'
import { measureTown } from '../sync/town.ts'
import { measureWire } from '../sync/wire.ts'

/** What phones and the server cost each other: changes pushed, a loop that others wait for, bytes, and a whole city. */
export const suite: Suite = {
  name: 'sync',
  async run(report) {
    execFileSync(process.execPath, ['.ci/build.mjs'], { stdio: ['ignore', 2, 2] })
    await measurePush(report)
    await measureEventLoop(report)
    await measureWire(report)
    await measureTown(report)
  },
}
