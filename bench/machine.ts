import { spawnSync } from 'node:child_process'
import { cpus, loadavg, totalmem } from 'node:os'

/** Where figures were measured; they mean little without it. */
export type Machine = {
  readonly cores: number
  readonly cpu: string
  readonly memoryGb: number
  /** what it was busy with before, as processes that wanted a core over the last minute */
  readonly load: number
  readonly node: string
  /** null where there is none */
  readonly chromium: string | null
}

export function thisMachine(): Machine {
  const cores = cpus()
  return {
    cores: cores.length,
    cpu: cores[0]?.model.trim() ?? '',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    node: process.versions.node,
    chromium: chromiumVersion(),
  }
}

function chromiumVersion(): string | null {
  const found = spawnSync(process.execPath, ['.ci/browser.mjs'], { encoding: 'utf8' }).stdout.trim()
  if (found === '') return null
  const said = spawnSync(found, ['--version'], { encoding: 'utf8' }).stdout
  return /[\d.]+/.exec(said)?.[0] ?? null
}
