// Runs before every other command: brings node_modules to the lock file, and does nothing where it is there.
import { isInstalled, markInstalled, recordAgreesWithLock } from './installed.mjs'
import { canInstallPackages, findProgram, installPackages, run, runs } from './programs.mjs'

/** What better-sqlite3 is compiled with where no ready binary fits, and the Debian package of each. */
const COMPILERS = { python3: 'python3', make: 'make', 'g++': 'g++' }

/** @param {string} version without the v */
function isSupported(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major === 20) return minor >= 19
  if (major === 22) return minor >= 12
  return major > 22
}

/** @param {string[]} lines */
function stop(...lines) {
  console.error(['', ...lines, ''].join('\n'))
  process.exit(1)
}

/** Loads the one compiled package, which is what goes wrong when Node or the machine changed. */
const databaseLoads = () => runs(process.execPath, ['-e', "new (require('better-sqlite3'))(':memory:')"])

async function bringCompilers() {
  const missing = Object.keys(COMPILERS).filter((name) => findProgram(name) === undefined)
  if (missing.length === 0) return missing
  if (canInstallPackages()) {
    console.log(`Installing ${missing.join(', ')} to compile better-sqlite3 …`)
    await installPackages(missing.map((name) => COMPILERS[name]))
  } else {
    console.warn(`${missing.join(', ')} not found. Going on: a ready binary of better-sqlite3 may fit here.`)
  }
  return missing.filter((name) => findProgram(name) === undefined)
}

if (!isSupported(process.versions.node)) {
  stop(
    `Node ${process.versions.node} is not supported: Yes Jitu needs Node 20.19 or later, 22.12 or later, or 24.`,
    'Install one of them (https://nodejs.org, or `nvm install 24`), then run the same command again.',
  )
}

if (!isInstalled()) {
  if (recordAgreesWithLock() && databaseLoads()) {
    markInstalled()
  } else {
    const missing = await bringCompilers()
    console.log('Installing the packages of package-lock.json (once; a few minutes) …')
    const code = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'])
    const help =
      missing.length === 0
        ? 'Run the same command again; if it fails again, delete node_modules first.'
        : `Install ${missing.join(', ')} first (Debian, Ubuntu: sudo apt-get install python3 make g++), then again.`
    if (code !== 0) stop(`npm ci ended with ${code}; the reason stands above.`, help)
    if (!databaseLoads()) stop('better-sqlite3 was installed but does not load.', help)
    markInstalled()
  }
}
