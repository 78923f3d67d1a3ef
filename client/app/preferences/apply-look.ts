import { effect } from '@preact/signals'
import type { Preferences } from './preferences.ts'

/** Puts the chosen look and language on the document and keeps them there; follows the system while told to. */
export function applyLook(preferences: Preferences, document: Document, systemDark: MediaQueryList): void {
  const apply = () => {
    const { look, sun, language } = preferences
    const chosen = look.value === 'system' ? (systemDark.matches ? 'dark' : 'light') : look.value
    document.documentElement.dataset['theme'] = sun.value ? 'sun' : chosen
    document.documentElement.lang = language.value
    const paper = getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', paper)
  }
  effect(apply)
  systemDark.addEventListener('change', apply)
}
