const EARLIEST = Date.parse('2000-01-01')

/**
 * When a picture of the gallery was taken, as far as the phone says: its file's date. What it notes inside is
 * stripped and has no time zone; a file from the future, or without a date, counts as of now (our own choice).
 */
export function takenAtOf(file: File, now: Date): Date {
  const { lastModified } = file
  return lastModified >= EARLIEST && lastModified <= now.getTime() ? new Date(lastModified) : now
}
