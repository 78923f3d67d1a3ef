import words from './data/problem-search-words.json' with { type: 'json' }

const byCode: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(words.words))

/**
 * Everyday words and abbreviations of an ordinary problem, beside its name: "lansia", "difabel", "WC", "BPJS". They are
 * looked for, never shown. Our own choice.
 */
export function searchWordsOf(code: string): readonly string[] {
  return byCode.get(code) ?? []
}
