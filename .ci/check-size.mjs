// The bundle's budget: builds where dist/ is not what the sources say, then weighs the first load.
import { ensureBuilt } from './build.mjs'
import { run } from './programs.mjs'

const weigh = ['node_modules/tsx/dist/cli.mjs', 'bench/check-first-load.ts']
process.exitCode = (await ensureBuilt()) ? await run(process.execPath, weigh) : 1
