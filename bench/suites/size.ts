import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Suite } from '../figure.ts'
import { measureFirstLoad } from '../first-load.ts'

const CLIENT = 'dist/client'

/** Gzipped bytes of the first load, exact and so measured once; builds where nothing is built. */
export const suite: Suite = {
  name: 'size',
  run(report) {
    if (!existsSync(`${CLIENT}/index.html`)) {
      execFileSync(process.execPath, ['.ci/build.mjs'], { stdio: ['ignore', 2, 2] })
    }
    const { page, scripts, styles } = measureFirstLoad(CLIENT)
    for (const [name, bytes] of [
      ['first load', page + scripts + styles],
      ['scripts', scripts],
      ['styles', styles],
    ] as const) {
      report({ name, unit: 'bytes gzipped', samples: [bytes] })
    }
  },
}
