import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { HEAD_BYTES, pictureTypeOf, type PictureType } from './picture-type.ts'

/** What a file holds, as far as it matters. */
export type Content = { readonly sha256: string; readonly bytes: number; readonly type: PictureType | null }

export type ContentFolder = {
  /** null where it is not there */
  readonly read: (sha256: string) => Promise<Buffer | null>
  /** What lies in a picture's place, read through; null where nothing does. */
  readonly lookAt: (sha256: string) => Promise<Content | null>
  /** Whether so many bytes lie in a picture's place. */
  readonly holds: (sha256: string, bytes: number) => Promise<boolean>
  /** Moves a file that was looked at to its place; it is on the disk then, whatever happens. */
  readonly take: (path: string, sha256: string) => Promise<void>
}

/** Files named by what they hold, in folders by the first two digits: each content is there once. */
export function createContentFolder(directory: string): ContentFolder {
  const pathOf = (sha256: string) => join(directory, sha256.slice(0, 2), sha256)
  return {
    read: (sha256) => orNull(readFile(pathOf(sha256))),
    lookAt: (sha256) => orNull(lookAtFile(pathOf(sha256))),
    holds: async (sha256, bytes) => (await orNull(stat(pathOf(sha256))))?.size === bytes,
    async take(path, sha256) {
      const place = pathOf(sha256)
      const folder = dirname(place)
      const isNew = (await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined
      await chmod(path, 0o600)
      await settle(path)
      await rename(path, place)
      await settle(folder)
      if (isNew) await settle(directory)
    },
  }
}

/** Reads a file through. */
export async function lookAtFile(path: string): Promise<Content> {
  const { size } = await stat(path)
  const file = await open(path)
  const head = Buffer.alloc(HEAD_BYTES)
  try {
    await file.read(head, 0, HEAD_BYTES, 0)
  } finally {
    await file.close()
  }
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return { sha256: hash.digest('hex'), bytes: size, type: pictureTypeOf(head) }
}

/** Brings a file, or the names in a folder, to the disk. */
async function settle(path: string): Promise<void> {
  const file = await open(path)
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function orNull<Result>(reading: Promise<Result>): Promise<Result | null> {
  try {
    return await reading
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
