export const LANGUAGES = ['id', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Words of the interface in both languages, Indonesian first. */
export type Text = { readonly [language in Language]: string }
