import Dexie, { type Table } from 'dexie'
import { storageFault } from './storage-fault.ts'

/** Our own choice: the answers of some thousand households, and little enough for a phone of 16 GB. */
const RESERVE_BYTES = 16 * 1024 * 1024
/** Browsers compress what they store, a block at a time: bytes by chance stay as many as they are. */
const BLOCK_BYTES = 64 * 1024

const ONLY = 'only'

type Row = { readonly id: string; readonly bytes: Blob }

/**
 * Room on the disk that answers have for themselves: bytes of no meaning, which give way when nothing else fits. What
 * browsers say of the room left cannot be relied on for that: Chrome names the same 10 GB on every phone.
 */
export type AnswerReserve = {
  /** Sees to it that the reserve lies on the disk. False where it does not fit: then only answers are to be kept. */
  readonly hold: () => Promise<boolean>
  /** Gives its room away. False where it had been given away before. */
  readonly release: () => Promise<boolean>
  /** True once it was given away, until there is room for it again. */
  readonly isReleased: () => Promise<boolean>
}

/** The reserve of this installation, one for all its devices. */
export function createAnswerReserve(): AnswerReserve {
  const db = new Dexie('yesjitu-reserve', { chromeTransactionDurability: 'strict', cache: 'disabled' })
  db.version(1).stores({ bytes: 'id', released: 'id' })
  const bytes = db.table('bytes') as Table<Row, string>
  const released = db.table('released') as Table<{ readonly id: string }, string>
  const isHeld = async () => (await bytes.count()) > 0
  return {
    hold: async () => {
      if (await isHeld()) return true
      try {
        await db.transaction('rw', [bytes, released], async () => {
          await bytes.put({ id: ONLY, bytes: chanceBytes() })
          await released.clear()
        })
        return true
      } catch (error) {
        storageFault(error)
        return false
      }
    },
    release: async () => {
      if (!(await isHeld())) return false
      // The whole database: over its quota a browser refuses every other write, and the taking away with it.
      await db.delete({ disableAutoOpen: false })
      try {
        await released.put({ id: ONLY })
      } catch (error) {
        // Not even that fits: the next photo will try to hold the reserve, and find out.
        storageFault(error)
      }
      return true
    },
    isReleased: async () => (await released.count()) > 0,
  }
}

/** One blob over and over: all these bytes in an array would be copied while somebody waits for the first photo. */
function chanceBytes(): Blob {
  const block = new Blob([crypto.getRandomValues(new Uint8Array(BLOCK_BYTES))])
  return new Blob(Array.from({ length: RESERVE_BYTES / BLOCK_BYTES }, () => block))
}
