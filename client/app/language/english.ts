type Text = { en?: unknown }

/**
 * Puts English texts back into tables that the build took them out of, each at its keys. The build writes the calls
 * below this (`.ci/english-apart.ts`); without it, nothing was taken.
 */
export function putEnglish(
  table: object,
  texts: readonly (readonly [keys: readonly string[], en: unknown])[],
): void {
  for (const [keys, en] of texts) {
    const text = keys.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], table) as Text
    text.en = en
  }
}
