import { expect, type Locator, type Page } from '@playwright/test'

/** What a person did on a phone. */
export type Effort = { readonly taps: number; readonly characters: number; readonly screens: number }

/** A person's thumb on a page, which counts what it does. */
export type Hand = {
  readonly page: Page
  readonly tap: (target: Locator) => Promise<void>
  /** Taps into a field and types. */
  readonly type: (field: Locator, text: string) => Promise<void>
  /** Opens the phone's own picker and chooses in it: two taps. */
  readonly pick: (picker: Locator, option: string | { readonly value: string }) => Promise<void>
  /** Waits for the screen, or the section of a survey, that the last tap led to: for what it is known by. */
  readonly arrive: (sign: Locator) => Promise<void>
  /** since the hand was made */
  readonly effort: () => Effort
}

export function createHand(page: Page): Hand {
  let [taps, characters, screens] = [0, 0, 0]
  return {
    page,
    tap: async (target) => {
      taps += 1
      await target.click()
    },
    type: async (field, text) => {
      taps += 1
      characters += text.length
      await field.click()
      await field.fill(text)
    },
    pick: async (picker, option) => {
      taps += 2
      await picker.selectOption(typeof option === 'string' ? { label: option } : option)
    },
    arrive: async (sign) => {
      screens += 1
      await expect(sign).toBeVisible()
    },
    effort: () => ({ taps, characters, screens }),
  }
}
