import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { hashFile } from '../platform/hash-file.ts'
import { copyDurably } from './durable-files.ts'

export type Copied = {
  /** of all that was to be there, with what was there before */
  readonly files: number
  readonly bytes: number
  /** names, below the folder, whose content is not what their name or the other side says: not copied */
  readonly damaged: readonly string[]
}

type Wanted = {
  readonly isWanted: (name: string) => boolean
  /** SHA-256 that the name promises; null where it promises none */
  readonly hashOf: (name: string) => string | null
}

/** Files named by the SHA-256 of what they hold. */
export const ATTACHMENTS: Wanted = {
  isWanted: (name) => /^[0-9a-f]{64}(\.\w+)?$/.test(name),
  hashOf: (name) => name.slice(0, 64),
}

/** Packages of sealed periods and the records of their seals: each is written once, with the same bytes for ever. */
export const PACKAGES: Wanted = { isWanted: (name) => /\.(zip|segel\.gz)$/.test(name), hashOf: () => null }

/**
 * Copies what one folder has and the other lacks, with the folders between; nothing is written over or deleted.
 * A folder that is not there has nothing.
 */
export function copyMissing(from: string, to: string, { isWanted, hashOf }: Wanted): Copied {
  const damaged: string[] = []
  let [files, bytes] = [0, 0]
  for (const path of filesBelow(from).filter((file) => isWanted(nameOf(file)))) {
    const name = relative(from, path)
    const target = join(to, name)
    const size = statSync(path).size
    const isHeld = existsSync(target)
      ? isSame(path, target, hashOf(nameOf(path)))
      : isCopied(path, target, hashOf(nameOf(path)))
    if (!isHeld) damaged.push(name)
    files += 1
    bytes += size
  }
  return { files, bytes, damaged }
}

/**
 * Which pictures lie whole in a folder, as far as their size tells: their content was looked at when they came.
 * @param folder where files lie by the first digits of their names
 */
export function presentIn<File extends { readonly sha256: string; readonly bytes: number }>(
  folder: string,
  files: readonly File[],
): readonly File[] {
  return files.filter(({ sha256, bytes }) => {
    const found = statSync(join(folder, sha256.slice(0, 2), sha256), { throwIfNoEntry: false })
    return found?.size === bytes
  })
}

/** Files that are named by their content are compared by size alone: there may be a million of them. */
function isSame(path: string, target: string, hash: string | null): boolean {
  if (statSync(path).size !== statSync(target).size) return false
  return hash !== null || hashFile(path) === hashFile(target)
}

function isCopied(path: string, target: string, hash: string | null): boolean {
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
  return copyDurably(path, target, hash ?? hashFile(path)) !== null
}

/** Whole paths of all files below a folder, sorted. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
