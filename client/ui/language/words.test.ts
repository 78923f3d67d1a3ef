import { expect, test } from 'vitest'
import { LANGUAGES } from '../../../shared/text.ts'

const modules = import.meta.glob<Record<string, Record<string, Record<string, unknown>>>>(
  '../../**/{words,*-words}.ts',
  { eager: true },
)

const entries = Object.entries(modules).flatMap(([file, exports]) =>
  Object.values(exports).flatMap((words) =>
    Object.entries(words).map(([key, text]) => [`${file} ${key}`, text] as const),
  ),
)

test('every word of the interface is there in every language', () => {
  expect(entries.length).toBeGreaterThan(20)
  const missing = entries.filter(([, text]) =>
    LANGUAGES.some((language) => {
      const phrase = text[language]
      return typeof phrase === 'string' ? phrase.trim() === '' : typeof phrase !== 'function'
    }),
  )
  expect(missing.map(([name]) => name)).toEqual([])
})

test('no text has a third language or a stray key', () => {
  const strays = entries.filter(([, text]) => Object.keys(text).sort().join() !== 'en,id')
  expect(strays.map(([name]) => name)).toEqual([])
})
