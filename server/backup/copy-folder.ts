import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import * as z from 'zod/mini'
import { contentsSchema } from './contents.ts'
import { syncDirectory, writeDurably } from './durable-files.ts'

/** Name of the database, in the data folder and in each copy. */
export const DATABASE_FILE = 'yesjitu.sqlite'

const MANIFEST_FILE = 'manifest.json'
const UNFINISHED = '.part'

const fileSchema = z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })

const manifestSchema = z.object({
  format: z.literal('yesjitu-cadangan-1'),
  /** time of the copy, ISO 8601 */
  at: z.iso.datetime(),
  database: fileSchema,
  contents: contentsSchema,
  /** of the attachments beside the copies, when this one was made */
  attachments: z.object({ files: z.int(), bytes: z.int() }),
  packages: z.array(fileSchema),
})

/** What a copy says of itself. */
export type Manifest = z.infer<typeof manifestSchema>

export type Copy = { readonly name: string; readonly path: string; readonly manifest: Manifest }

/** Folders that all copies share: what has a name of its own content is copied once. */
export const SHARED = { attachments: 'attachments', packages: 'packages' } as const

/** A copy's folder while it is made; it bears its name only once it is whole. */
export type CopyInMaking = {
  readonly name: string
  readonly path: string
  readonly finish: (manifest: Manifest) => Copy
  readonly abandon: () => void
}

/** Begins a copy in a folder named by its time, readable by this user alone. */
export function beginCopy(directory: string, at: Date): CopyInMaking {
  const name = nameOf(directory, at)
  const path = join(directory, name + UNFINISHED)
  mkdirSync(path, { mode: 0o700 })
  return {
    name,
    path,
    finish: (manifest) => {
      writeDurably(join(path, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`)
      syncDirectory(path)
      renameSync(path, join(directory, name))
      syncDirectory(directory)
      return { name, path: join(directory, name), manifest }
    },
    abandon: () => rmSync(path, { recursive: true, force: true }),
  }
}

/** Removes what a copy that was broken off left behind. */
export function removeUnfinished(directory: string): void {
  for (const name of readdirSync(directory)) {
    if (isName(name.slice(0, -UNFINISHED.length)) && name.endsWith(UNFINISHED))
      rmSync(join(directory, name), { recursive: true })
  }
}

/** The whole copies of a folder, newest first. */
export function listCopies(directory: string): readonly Copy[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory)
    .filter((name) => isName(name) && existsSync(join(directory, name, MANIFEST_FILE)))
    .map((name) => readCopy(join(directory, name)))
    .sort((a, b) => (a.manifest.at < b.manifest.at ? 1 : -1))
}

/** @throws Error where the folder is no copy of this program */
export function readCopy(path: string): Copy {
  const manifest = join(path, MANIFEST_FILE)
  if (!existsSync(manifest)) throw new Error(`${path} is no copy: it has no ${MANIFEST_FILE}`)
  const parsed = manifestSchema.safeParse(JSON.parse(readFileSync(manifest, 'utf8')))
  if (!parsed.success) throw new Error(`${manifest} is none that this program can read`)
  return { name: basename(path), path, manifest: parsed.data }
}

/** Where the contents lie that a copy shares with others. */
export function sharedFolder(copy: Pick<Copy, 'path'>, kind: keyof typeof SHARED): string {
  return join(dirname(copy.path), SHARED[kind])
}

const isName = (name: string) => /^yesjitu-\d{8}T\d{9}Z(-\d+)?$/.test(name)

function nameOf(directory: string, at: Date): string {
  const plain = `yesjitu-${at.toISOString().replaceAll(/[-:.]/g, '')}`
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? plain : `${plain}-${number}`
    if (!existsSync(join(directory, name))) return name
  }
}
