import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const STAMP = 'node_modules/.installed'

function fingerprint() {
  return createHash('sha256').update(readFileSync('package-lock.json')).update(process.version).digest('hex')
}

/** Whether `node_modules` was last filled from this very lock file, by this version of Node. */
export function isInstalled() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint()
}

/** To be called when `node_modules` is known to be complete. */
export function markInstalled() {
  writeFileSync(STAMP, fingerprint())
}

/**
 * Whether npm's own record of `node_modules` names exactly what the lock file asks for, as after
 * `npm install <package>` by hand: then there is nothing to fetch. npm writes the record last.
 */
export function recordAgreesWithLock() {
  const record = 'node_modules/.package-lock.json'
  if (!existsSync(record)) return false
  const packages = (path) => JSON.parse(readFileSync(path, 'utf8')).packages
  const { '': project, ...wanted } = packages('package-lock.json')
  const present = packages(record)
  return (
    project !== undefined &&
    Object.keys(present).every((path) => path in wanted) &&
    // An optional one may be missing: it is for another platform.
    Object.entries(wanted).every(([path, { version, integrity, optional }]) =>
      path in present
        ? present[path].version === version && present[path].integrity === integrity
        : optional === true,
    )
  )
}
