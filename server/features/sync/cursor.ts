/**
 * How far a phone has read a stream: the ministry's list first, by position within one snapshot, then the feed
 * by sequence number. Opaque to the phone.
 */
export type Cursor = {
  /** number of the published list; null before the first one */
  readonly snapshot: number | null
  /** last position read of the list, -1 for none; `end` where all of it was read */
  readonly position: number | 'end'
  /** last number read of the feed, 0 for none */
  readonly seq: number
}

export const START: Cursor = { snapshot: null, position: -1, seq: 0 }

export function writeCursor(cursor: Cursor): string {
  // The end is written alike for all streams: phones send these words with every request, and alike packs small.
  return `${cursor.snapshot ?? ''}.${cursor.position === 'end' ? '' : cursor.position}.${cursor.seq}`
}

/** @returns the start for anything that is no cursor of ours: reading again is harmless */
export function readCursor(text: string | undefined): Cursor {
  const match = /^(\d{1,15})?\.(-?\d{1,15})?\.(\d{1,15})$/.exec(text ?? '')
  if (!match) return START
  return {
    snapshot: match[1] === undefined ? null : Number(match[1]),
    position: match[2] === undefined ? 'end' : Number(match[2]),
    seq: Number(match[3]),
  }
}
