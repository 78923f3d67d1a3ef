import type { Fault } from '../../shared/faults.ts'
import type { SurveyId } from '../../shared/ids.ts'

export type PhotoType = 'image/webp' | 'image/jpeg'

/** A picture as a device keeps it: small, and with nothing in the file but the picture. */
export type ShrunkPhoto = {
  readonly blob: Blob
  readonly type: PhotoType
  /** pixels, the way up that it is to be seen */
  readonly width: number
  readonly height: number
  readonly thumbnail: Blob
}

export interface PhotoShrinker {
  /**
   * Re-encodes a picture, away from the page's thread, without its metadata (place, time, device). A bitmap is
   * handed over: it is empty afterwards. Faults: `picture-unreadable`, `picture-too-large`.
   */
  shrink(picture: Blob | ImageBitmap): Promise<ShrunkPhoto | Fault>
}

/** Which attachment of which survey a photo is kept for. */
export type PhotoHolder = {
  readonly survey: SurveyId
  /** id of the entry among the survey's attachments */
  readonly entry: string
}

/** What a document says of the photo that lies beside it. */
export type KeptPhoto = {
  /** over the photo's bytes, hex: its name on every device and at the server */
  readonly sha256: string
  readonly type: PhotoType
  readonly bytes: number
}

/** The photos of one device. They stay on the disk until they are asked for. */
export interface PhotoStore {
  /**
   * Keeps a photo and its thumbnail durably, both or nothing. Fault: `no-room-for-photos` where the reserve for
   * answers would be touched, or the browser refuses.
   * @param area the stream that the survey's household lies in
   */
  put(photo: ShrunkPhoto, holder: PhotoHolder, area: string): Promise<KeptPhoto | Fault>
  /** Null where this device does not have it. */
  photo(sha256: string): Promise<Blob | null>
  thumbnail(sha256: string): Promise<Blob | null>
  /** Lets a holder's photo go; its bytes go with the last holder. */
  remove(sha256: string, holder: PhotoHolder): Promise<'saved' | Fault>
}
