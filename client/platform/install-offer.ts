import { signal } from '@preact/signals'
import type { InstallOffer } from '../ports/updates.ts'

type BeforeInstallPromptEvent = Event & {
  prompt(): Promise<void>
  readonly userChoice: Promise<{ readonly outcome: 'accepted' | 'dismissed' }>
}

/** Keeps the browser's offer for later. To be called before the page has loaded: the browser offers once. */
export function captureInstallOffer(): InstallOffer {
  const possible = signal(false)
  let offer: BeforeInstallPromptEvent | null = null
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    offer = event as BeforeInstallPromptEvent
    possible.value = true
  })
  window.addEventListener('appinstalled', () => (possible.value = false))
  return {
    possible,
    async ask() {
      if (!offer) return 'dismissed'
      const asked = offer
      offer = null
      possible.value = false
      await asked.prompt()
      return (await asked.userChoice).outcome
    },
  }
}
