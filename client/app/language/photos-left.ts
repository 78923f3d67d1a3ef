import type { Text } from '../../../shared/text.ts'
import type { PhotoLine } from '../../ports/photo-post.ts'

/** How many photos the server does not have, for the line at the top; null for none. */
export function photosLeftText(lines: readonly PhotoLine[]): Text | null {
  const count = lines.reduce((sum, { photos }) => sum + photos, 0)
  if (count === 0) return null
  return { id: `${count} foto menunggu`, en: count === 1 ? '1 photo waiting' : `${count} photos waiting` }
}
