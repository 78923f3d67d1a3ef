/**
 * How far a phone has read a stream: the ministry's list first, by position within one snapshot, then the feed
 * by sequence number. Opaque to the phone.
 */
export type Cursor = {
  /** null before the first list */
  readonly snapshot: string | null
  /** last position read of the list, -1 for none */
  readonly position: number
  /** last number read of the feed, 0 for none */
  readonly seq: number
}

export const START: Cursor = { snapshot: null, position: -1, seq: 0 }

export function writeCursor(cursor: Cursor): string {
  return `${cursor.snapshot ?? ''}.${cursor.position}.${cursor.seq}`
}

/** @returns the start for anything that is no cursor of ours: reading again is harmless */
export function readCursor(text: string | undefined): Cursor {
  const match = /^([0-9a-f-]{36})?\.(-?\d{1,15})\.(\d{1,15})$/.exec(text ?? '')
  if (!match) return START
  return { snapshot: match[1] ?? null, position: Number(match[2]), seq: Number(match[3]) }
}
