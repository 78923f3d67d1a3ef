import { spawnSync } from 'node:child_process'
import {
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file system of its own that can be filled up to the last bytes. */
export type SmallDisk = {
  readonly dataDirectory: string
  /** leaves so many bytes */
  readonly fill: (freeBytes: number) => void
  readonly empty: () => void
  readonly end: () => void
}

const SIZE = '192m'

/** @returns null where this user may not mount a file system */
export function openSmallDisk(): SmallDisk | null {
  const place = mkdtempSync(join(tmpdir(), 'yesjitu-disk-'))
  const isMounted = mount('mount', '-t', 'tmpfs', '-o', `size=${SIZE}`, 'yesjitu', place)
  if (!isMounted) {
    rmSync(place, { recursive: true })
    return null
  }
  const dataDirectory = join(place, 'data')
  const ballast = join(place, 'ballast')
  mkdirSync(dataDirectory)
  return {
    dataDirectory,
    fill: (freeBytes) => fill(place, ballast, freeBytes),
    empty: () => rmSync(ballast, { force: true }),
    end: () => {
      mount('umount', place)
      rmSync(place, { recursive: true })
    },
  }
}

const PIECE = Buffer.alloc(250_000)

// In pieces, each after a new look: the server beside it writes too, and a file system may have less than it says.
function fill(place: string, ballast: string, freeBytes: number): void {
  const file = openSync(ballast, 'w')
  try {
    for (;;) {
      const { bavail, bsize } = statfsSync(place)
      const excess = bavail * bsize - freeBytes
      if (excess <= 0) return
      writeSync(file, PIECE, 0, Math.min(excess, PIECE.length))
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
    ftruncateSync(file, Math.max(0, fstatSync(file).size - freeBytes))
  } finally {
    closeSync(file)
  }
}

function mount(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}
