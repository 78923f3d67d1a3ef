import type { RescueKey } from '../../shared/api/rescue.ts'
import type { Fault } from '../../shared/faults.ts'

/** Seals a rescue file (`shared/sync/rescue-file.ts`) frame by frame. */
export interface RescueSealer {
  begin(key: RescueKey): Promise<{
    /** what stands before the frames */
    readonly start: Blob
    /** The next frame, with its length; to be asked for one after the other. */
    readonly frame: (kind: number, content: Uint8Array) => Promise<Blob>
  }>
}

export type RescueFile = {
  readonly blob: Blob
  readonly name: string
  readonly changes: number
  readonly photos: number
}

/** Brings work to the server where this phone cannot: by a file, over any way and any hands. */
export interface Rescue {
  /** Whether the server's key is here: it comes with the first connection. */
  isPossible(): boolean
  /**
   * Freezes all edits and writes what no verified copy of the server holds, and the photos. Sending goes on as ever:
   * what comes both ways is taken once. `made` hears the share from 0 to 1.
   */
  write(made: (share: number) => void): Promise<RescueFile | Fault>
}
