import { computed, effect, signal, type ReadonlySignal } from '@preact/signals'
import type { Language } from '../../../shared/text.ts'

/**
 * The language that the page speaks: the chosen one as soon as its texts are here. English is fetched when it is
 * first chosen; where it cannot be, the page goes on in Indonesian and tries again at the next choice.
 */
export function createSpokenLanguage(
  chosen: ReadonlySignal<Language>,
  fetchEnglish: () => Promise<unknown>,
): ReadonlySignal<Language> {
  const isHere = signal(false)
  effect(() => {
    if (chosen.value !== 'en' || isHere.peek()) return
    void fetchEnglish().then(
      () => (isHere.value = true),
      () => undefined,
    )
  })
  return computed(() => (isHere.value ? chosen.value : 'id'))
}
