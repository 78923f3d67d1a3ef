import { statfs } from 'node:fs/promises'

// Our own choice: what surveys need to be written for weeks, on a small disk a part of it.
const RESERVE_BYTES = 256 * 1024 * 1024
const RESERVE_SHARE = 0.05

/**
 * Whether the database keeps its reserve of the disk when pictures take so many bytes: surveys come first here, too.
 * @param directory anywhere on that disk
 */
export async function leavesReserve(directory: string, bytes: number): Promise<boolean> {
  const { bavail, blocks, bsize } = await statfs(directory)
  const reserve = Math.min(RESERVE_BYTES, blocks * bsize * RESERVE_SHARE)
  return bavail * bsize - bytes >= reserve
}
