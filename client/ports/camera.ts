import type { Fault } from '../../shared/faults.ts'

/** A camera that runs until `close`. */
export type OpenCamera = {
  /** another camera of this device, to be opened in its place; null where there is just one */
  readonly other: string | null
  /** Shows what it sees. */
  readonly show: (video: HTMLVideoElement) => Promise<void>
  /** What it sees now, in its own size. Fault: `camera-busy` where it gives no picture. */
  readonly frame: () => Promise<ImageBitmap | Fault>
  /** Switches it off. */
  readonly close: () => void
}

export interface Camera {
  /**
   * Asks the person where the browser has to. Faults: `camera-refused`, `no-camera`, `camera-busy`.
   * @param which as `other` named it; the one that looks away from the person where left out
   * @param onLost it was taken away while it ran: unplugged, or no longer permitted
   */
  open(which: string | null, onLost: () => void): Promise<OpenCamera | Fault>
}
