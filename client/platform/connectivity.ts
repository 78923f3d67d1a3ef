import type { Connectivity } from '../ports/connectivity.ts'

/** Tag of the one background sync; the service worker answers it by waking the pages. */
const WAKE_TAG = 'yesjitu-sync'

type SyncRegistration = ServiceWorkerRegistration & {
  /** Background Sync: Chromium only */
  readonly sync?: { register(tag: string): Promise<void> }
}

/** Hints of the browser: it says it is online or offline, the page is looked at again, the service worker was woken. */
export function createConnectivity(): Connectivity {
  return {
    listen(hear) {
      const reconnected = () => hear('reconnected')
      const disconnected = () => hear('disconnected')
      const shown = () => {
        if (document.visibilityState === 'visible') hear('shown')
      }
      const woken = (event: MessageEvent<unknown>) => {
        if (event.data === WAKE_TAG) hear('service-worker')
      }
      const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : null
      window.addEventListener('online', reconnected)
      window.addEventListener('offline', disconnected)
      document.addEventListener('visibilitychange', shown)
      workers?.addEventListener('message', woken)
      return () => {
        window.removeEventListener('online', reconnected)
        window.removeEventListener('offline', disconnected)
        document.removeEventListener('visibilitychange', shown)
        workers?.removeEventListener('message', woken)
      }
    },
    askForWake() {
      if (!('serviceWorker' in navigator)) return
      void navigator.serviceWorker
        .getRegistration()
        .then((registration) => (registration as SyncRegistration | undefined)?.sync?.register(WAKE_TAG))
        // Refused where the user forbids background work; timers and the other hints remain.
        .catch(() => undefined)
    },
  }
}
