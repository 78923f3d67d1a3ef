import { effect, signal, type Signal } from '@preact/signals'
import { LANGUAGES, type Language } from '../../../shared/text.ts'

const LOOKS = ['system', 'light', 'dark'] as const
/** `system` follows the device. */
export type Look = (typeof LOOKS)[number]

/** What a person likes on this installation; nothing of it is personal, so it stands in the clear. */
export type Preferences = {
  readonly language: Signal<Language>
  readonly look: Signal<Look>
  /** high contrast for full sun; wins over the look */
  readonly sun: Signal<boolean>
  /** the offer to install was put off */
  readonly installPutOff: Signal<boolean>
}

/** Preferences as last chosen, kept from now on. Where storage is refused, they last as long as the page. */
export function openPreferences(storage: Pick<Storage, 'getItem' | 'setItem'>): Preferences {
  const preferences: Preferences = {
    language: signal(oneOf(LANGUAGES, read(storage, 'language')) ?? 'id'),
    look: signal(oneOf(LOOKS, read(storage, 'look')) ?? 'system'),
    sun: signal(read(storage, 'sun') === 'true'),
    installPutOff: signal(read(storage, 'installPutOff') === 'true'),
  }
  for (const [key, preference] of Object.entries(preferences)) {
    effect(() => write(storage, key, String(preference.value)))
  }
  return preferences
}

function oneOf<T extends string>(known: readonly T[], text: string | null): T | undefined {
  return known.find((each) => each === text)
}

function read(storage: Pick<Storage, 'getItem'>, key: string): string | null {
  try {
    return storage.getItem(key)
  } catch {
    return null
  }
}

function write(storage: Pick<Storage, 'setItem'>, key: string, value: string): void {
  try {
    storage.setItem(key, value)
  } catch {
    // Full or forbidden: a look is not worth a message.
  }
}
