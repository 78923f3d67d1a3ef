import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * The full path of a program on the PATH, found without running it.
 * @param {string} name
 * @returns {string | undefined}
 */
export function findProgram(name) {
  for (const directory of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(directory, name)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      // not in this directory
    }
  }
  return undefined
}

/**
 * Whether a program starts and ends well. Debian's name for a program may be a stub that does neither.
 * @param {string} program
 * @param {string[]} args
 */
export function runs(program, args) {
  return spawnSync(program, args, { stdio: 'ignore', timeout: 60_000 }).status === 0
}

/**
 * Runs a program with its output on our own and nothing on its input, so that it cannot ask a question.
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} [environment] added to ours
 * @returns {Promise<number>} exit code; 1 where it did not start or was ended by a signal
 */
export function run(program, args, environment = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...environment },
    })
    child.on('error', (error) => {
      console.error(`${program}: ${error.message}`)
      resolve(1)
    })
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** Whether Debian packages can be installed here without asking anybody. */
export function canInstallPackages() {
  return process.getuid?.() === 0 && findProgram('apt-get') !== undefined
}

/**
 * Installs Debian packages. Ask `canInstallPackages` first.
 * @param {string[]} packages
 * @returns {Promise<boolean>} whether all of them are there now
 */
export async function installPackages(packages) {
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  // An old index only matters where a package is missing from it, which the second command tells.
  await run('apt-get', ['update', '-qq'], quiet)
  return (await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet)) === 0
}
