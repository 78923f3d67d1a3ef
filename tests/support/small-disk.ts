import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
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

const SIZE = '48m'

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
    fill: (freeBytes) => {
      const { bavail, bsize } = statfsSync(place)
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - freeBytes)))
    },
    empty: () => rmSync(ballast, { force: true }),
    end: () => {
      mount('umount', place)
      rmSync(place, { recursive: true })
    },
  }
}

function mount(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}
