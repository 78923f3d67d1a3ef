import { effect, type ReadonlySignal } from '@preact/signals'
import type { Language } from '../../../shared/text.ts'
import type { Preferences } from './preferences.ts'

/** Puts the chosen look and the language spoken on the document and keeps them there; follows the system while told to. */
export function applyLook(
  preferences: Preferences,
  language: ReadonlySignal<Language>,
  document: Document,
  systemDark: MediaQueryList,
): void {
  const apply = () => {
    const { look, sun } = preferences
    const chosen = look.value === 'system' ? (systemDark.matches ? 'dark' : 'light') : look.value
    document.documentElement.dataset['theme'] = sun.value ? 'sun' : chosen
    document.documentElement.lang = language.value
    const paper = getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', paper)
  }
  effect(apply)
  systemDark.addEventListener('change', apply)
}
