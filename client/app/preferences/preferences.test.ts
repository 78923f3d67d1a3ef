import { expect, test } from 'vitest'
import { openPreferences } from './preferences.ts'

function memory(entries: Record<string, string> = {}) {
  const kept = new Map(Object.entries(entries))
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

test('what was chosen is there at the next start', () => {
  const storage = memory()
  const first = openPreferences(storage)
  expect(first.language.value).toBe('id')
  first.language.value = 'en'
  first.sun.value = true
  const second = openPreferences(storage)
  expect(second.language.value).toBe('en')
  expect(second.sun.value).toBe(true)
  expect(second.look.value).toBe('system')
})

test('an unknown value and a refused storage fall back', () => {
  expect(openPreferences(memory({ language: 'jv', look: 'neon' })).look.value).toBe('system')
  const refusing = {
    getItem: () => {
      throw new Error('denied')
    },
    setItem: () => {
      throw new Error('denied')
    },
  }
  const preferences = openPreferences(refusing)
  preferences.sun.value = true
  expect(preferences.sun.value).toBe(true)
})
