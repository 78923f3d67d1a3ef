import type { Language } from '../../../shared/text.ts'

/** Names of the twelve months, January first. */
export function monthNames(language: Language): readonly string[] {
  const format = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    month: 'long',
    timeZone: 'UTC',
  })
  return Array.from({ length: 12 }, (_, month) => format.format(new Date(Date.UTC(2026, month, 15))))
}
