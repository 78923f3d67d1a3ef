import { signal } from '@preact/signals'
import { expect, test, vi } from 'vitest'
import type { Language } from '../../../shared/text.ts'
import { createSpokenLanguage } from './spoken-language.ts'

test('English is spoken once it is here, and fetched only when chosen', async () => {
  const chosen = signal<Language>('id')
  const fetchEnglish = vi.fn<() => Promise<void>>(() => Promise.resolve())
  const spoken = createSpokenLanguage(chosen, fetchEnglish)
  expect(fetchEnglish).not.toHaveBeenCalled()
  chosen.value = 'en'
  expect(spoken.value).toBe('id')
  await vi.waitFor(() => expect(spoken.value).toBe('en'))
  chosen.value = 'id'
  chosen.value = 'en'
  expect(spoken.value).toBe('en')
  expect(fetchEnglish).toHaveBeenCalledTimes(1)
})

test('where English cannot be had, Indonesian goes on, and the next choice tries again', async () => {
  const chosen = signal<Language>('en')
  const fetchEnglish = vi
    .fn<() => Promise<void>>(() => Promise.resolve())
    .mockRejectedValueOnce(new Error('gone'))
  const spoken = createSpokenLanguage(chosen, fetchEnglish)
  await Promise.resolve()
  expect(spoken.value).toBe('id')
  chosen.value = 'id'
  chosen.value = 'en'
  await vi.waitFor(() => expect(spoken.value).toBe('en'))
})
