import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What the build says of the page's first chunk (`weighFirstLoad` in `vite.config.ts`). */
export type FirstLoadFiles = {
  /** scripts and style sheets, below the client's directory */
  readonly files: readonly string[]
  /** modules of the scripts, gzipped each by itself before they were minified: shares, no sum */
  readonly modules: readonly { readonly path: string; readonly bytes: number }[]
}

/** Gzipped bytes, as a server that compresses sends them. */
export type FirstLoad = { readonly total: number; readonly scripts: number; readonly styles: number }

/** What the product asks for: JS and CSS until an enumerator's list stands. */
export const FIRST_LOAD_BUDGET = 90_000

/** @param built directory with `client/` and `first-load.json` */
export function readFirstLoad(built: string): FirstLoadFiles {
  return JSON.parse(readFileSync(join(built, 'first-load.json'), 'utf8')) as FirstLoadFiles
}

/** All that Chromium fetches of scripts and styles from the address to an enumerator's list. */
export function weigh(built: string, { files }: FirstLoadFiles): FirstLoad {
  const total = (paths: readonly string[]) =>
    paths.reduce((bytes, path) => bytes + gzipSync(readFileSync(join(built, 'client', path))).length, 0)
  const scripts = total(files.filter((path) => path.endsWith('.js')))
  const styles = total(files.filter((path) => path.endsWith('.css')))
  if (scripts === 0) throw new Error('the built page loads no script')
  return { total: scripts + styles, scripts, styles }
}
