import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Suite } from '../figure.ts'
import { FIRST_LOAD_BUDGET, readFirstLoad, weigh } from '../first-load.ts'

const BUILT = 'dist'

/** Gzipped bytes of the first load, exact and so measured once; builds where nothing is built. */
export const suite: Suite = {
  name: 'size',
  run(report) {
    if (!existsSync(`${BUILT}/first-load.json`)) {
      execFileSync(process.execPath, ['.ci/build.mjs'], { stdio: ['ignore', 2, 2] })
    }
    const { total, scripts, styles } = weigh(BUILT, readFirstLoad(BUILT))
    const unit = 'bytes gzipped'
    report({ name: 'first load', unit, samples: [total], reach: { atMost: FIRST_LOAD_BUDGET } })
    report({ name: 'scripts', unit, samples: [scripts] })
    report({ name: 'styles', unit, samples: [styles] })
  },
}
