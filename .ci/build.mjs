// Builds client, service worker and server into dist/. Run as a program it always builds.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './programs.mjs'

const SOURCES = [
  '.ci/english-apart.ts',
  'client',
  'public',
  'server',
  'shared',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
]
const STAMP = 'dist/.built-from'

/** In this order: the service worker names the files of the client. */
const BUILDS = [[], ['--mode', 'service-worker'], ['--mode', 'server', '--ssr']]

/** @param {string} path */
function filesOf(path) {
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const path of SOURCES.flatMap(filesOf)) hash.update(path).update('\0').update(readFileSync(path))
  return hash.digest('hex')
}

/**
 * Builds everything anew.
 * @returns {Promise<boolean>} false where a build failed; dist/ then counts as not built
 */
export async function build() {
  const from = fingerprint()
  rmSync(STAMP, { force: true })
  for (const args of BUILDS) {
    // Vite takes NODE_ENV from the environment: a development one would put debug code into the product.
    const vite = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', ...args]
    if ((await run(process.execPath, vite, { NODE_ENV: 'production' })) !== 0) return false
  }
  writeFileSync(STAMP, from)
  return true
}

/**
 * Builds where dist/ is missing or was built from other sources.
 * @returns {Promise<boolean>} whether dist/ now is what the sources say
 */
export async function ensureBuilt() {
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint()) return true
  console.log('Building …')
  return build()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = (await build()) ? 0 : 1
