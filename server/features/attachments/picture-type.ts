/** Kinds of picture that are taken in: what phones make, and PNG. */
export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp'

/** Bytes of a file's beginning that tell its kind. */
export const HEAD_BYTES = 12

/**
 * What a file is by its first bytes, whatever it is called.
 * @returns null for what is no picture of these kinds. Sources: JPEG (ITU-T T.81, B.1), PNG (W3C, 5.2), WebP (RFC 9649)
 */
export function pictureTypeOf(head: Uint8Array): PictureType | null {
  const text = Buffer.from(head).toString('latin1')
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  return text.startsWith('RIFF') && text.startsWith('WEBP', 8) ? 'image/webp' : null
}
