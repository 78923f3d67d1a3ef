import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Gzipped bytes, as a server that compresses would send them. */
export type FirstLoad = { readonly page: number; readonly scripts: number; readonly styles: number }

/** Paths below the client's directory that `index.html` loads at once: scripts, preloaded modules and style sheets. */
export function filesOfPage(html: string): { scripts: string[]; styles: string[] } {
  const tags = [...html.matchAll(/<(script|link)\b[^>]*>/g)].map(([tag]) => tag)
  const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  const paths = (select: (tag: string) => string | undefined) =>
    tags.flatMap((tag) => select(tag)?.replace(/^\//, '') ?? [])
  return {
    scripts: paths((tag) =>
      attribute(tag, 'rel') === 'modulepreload' ? attribute(tag, 'href') : attribute(tag, 'src'),
    ),
    styles: paths((tag) => (attribute(tag, 'rel') === 'stylesheet' ? attribute(tag, 'href') : undefined)),
  }
}

/**
 * What a phone fetches before it can show something: the page with its scripts and style sheets. The service
 * worker and what it keeps come later and do not count.
 * @param directory of the built client
 */
export function measureFirstLoad(directory: string): FirstLoad {
  const gzipped = (path: string) => gzipSync(readFileSync(join(directory, path))).length
  const total = (paths: readonly string[]) => paths.reduce((bytes, path) => bytes + gzipped(path), 0)
  const { scripts, styles } = filesOfPage(readFileSync(join(directory, 'index.html'), 'utf8'))
  if (scripts.length === 0) throw new Error('the built page loads no script')
  return { page: gzipped('index.html'), scripts: total(scripts), styles: total(styles) }
}
