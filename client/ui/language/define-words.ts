/** Words without gaps, or a function where numbers or names stand in them. */
export type Phrase = string | ((...parts: never[]) => string)

/** Each text in both languages side by side; a function takes the same parts in both. */
export type Words<T extends Record<string, Phrase>> = {
  readonly [Key in keyof T]: {
    readonly id: T[Key]
    readonly en: T[Key] extends string ? string : NoInfer<T[Key]>
  }
}

/** The words of one language, as `useWords` gives them. */
export type Spoken<T extends Record<string, Phrase>> = {
  readonly [Key in keyof T]: T[Key] extends string ? string : T[Key]
}

/**
 * The words of one feature or component. A text that lacks a language does not compile; a test over all
 * `words.ts` files fails on empty ones.
 * @example defineWords({ title: { id: 'Rumah', en: 'Households' }, left: { id: (n: string) => `sisa ${n}`, … } })
 */
export function defineWords<T extends Record<string, Phrase>>(words: Words<T>): Words<T> {
  return words
}
