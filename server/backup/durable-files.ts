import {
  chmodSync,
  closeSync,
  copyFileSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { hashFile } from '../platform/hash-file.ts'

const OWNER_ALONE = 0o600

/**
 * Copies a file so that its name is there only once all of it is on the disk, readable by this user alone.
 * @param sha256 what it must be; another result is not put in place
 * @returns the hash of what was written, null where it is not the one asked for
 */
export function copyDurably(from: string, to: string, sha256?: string): string | null {
  const aside = `${to}.part`
  copyFileSync(from, aside)
  try {
    chmodSync(aside, OWNER_ALONE)
    syncFile(aside)
    const hash = hashFile(aside)
    if (sha256 !== undefined && hash !== sha256) return null
    renameSync(aside, to)
    syncDirectory(dirname(to))
    return hash
  } finally {
    rmSync(aside, { force: true })
  }
}

/** Writes a new file to the disk, readable by this user alone. */
export function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'w', OWNER_ALONE)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Brings a file's bytes to the disk and keeps others from reading them. */
export function settleFile(path: string): void {
  chmodSync(path, OWNER_ALONE)
  syncFile(path)
}

/** Without it a power cut can forget the name of a file that is itself on the disk. */
export function syncDirectory(path: string): void {
  syncFile(path)
}

function syncFile(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
