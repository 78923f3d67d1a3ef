import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { signal, type ReadonlySignal } from '@preact/signals'
import { remembered } from '../../../shared/survey/remembered.ts'
import type { Language, Text } from '../../../shared/text.ts'
import type { Phrase, Spoken, Words } from './define-words.ts'
import { formatsOf, type Formats } from './formats.ts'

/** The chosen language as a signal; every component that speaks reads it from here. */
export const LanguageContext = createContext<ReadonlySignal<Language>>(signal('id'))

export function useLanguage(): Language {
  return useContext(LanguageContext).value
}

/** The words of the chosen language; the component is drawn again when it changes. */
export function useWords<T extends Record<string, Phrase>>(words: Words<T>): Spoken<T> {
  return wordsIn(words, useLanguage())
}

/** The words of a language, outside a component. */
export function wordsIn<T extends Record<string, Phrase>>(words: Words<T>, language: Language): Spoken<T> {
  return picked(words, language) as Spoken<T>
}

// Every row and field asks for its words: they are picked once, not for each of them.
const picked = remembered((words: Words<Record<string, Phrase>>, language: Language) =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [key, text[language]])),
)

/** Picks the chosen language of texts from shared/ (questions, options, faults). */
export function useText(): (text: Text) => string {
  const language = useLanguage()
  return (text) => text[language]
}

/** Numbers, dates and ages as people write them in the chosen language. */
export function useFormats(): Formats {
  return FORMATS[useLanguage()]
}

// Made once: the browser takes a millisecond for each set, and every row of a list asks for one.
const FORMATS: Readonly<Record<Language, Formats>> = { id: formatsOf('id'), en: formatsOf('en') }
