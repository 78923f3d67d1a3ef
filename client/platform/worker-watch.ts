import type { Signal } from '@preact/signals'
import { Workbox } from 'workbox-window'
import type { ScriptUrl } from './own-script-url.ts'

export type WorkerWatch = {
  /** asks the server for a newer version; rejects without a network */
  readonly look: () => Promise<void>
  /** lets the newer version in, and reloads */
  readonly take: () => void
}

/**
 * Registers the service worker.
 * @param ready is set once a newer version waits, or another page took one
 * @throws what the browser says when the worker cannot be had
 */
export async function watchWorker(script: ScriptUrl, ready: Signal<boolean>): Promise<WorkerWatch> {
  const workbox = new Workbox(script)
  let waits = false
  let taking = false
  const offer = () => {
    waits = true
    ready.value = true
  }
  workbox.addEventListener('waiting', offer)
  workbox.addEventListener('controlling', (event) => {
    if (taking) location.reload()
    // Another page took it: this one is old now, and reloads when asked.
    else if (event.isUpdate || event.isExternal) {
      waits = false
      ready.value = true
    }
  })
  const registration = await workbox.register()
  // The browser looks by itself when a page opens: one that it found before is no news to the library.
  const found = registration?.active && registration.installing
  found?.addEventListener('statechange', () => {
    if (registration?.waiting === found) offer()
  })
  return {
    look: () => workbox.update(),
    take() {
      taking = true
      if (waits) workbox.messageSkipWaiting()
      else location.reload()
    },
  }
}
