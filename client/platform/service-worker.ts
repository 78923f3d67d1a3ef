import { signal } from '@preact/signals'
import { Workbox } from 'workbox-window'
import type { Connectivity } from '../ports/connectivity.ts'
import type { Updates } from '../ports/updates.ts'
import type { ScriptUrl } from './own-script-url.ts'

/**
 * Registers the service worker, looks for new versions whenever the page is shown or reconnected, and tells when
 * one waits. To be called once a page.
 * @param script the service worker, as the Trusted Types policy let it through
 */
export function registerServiceWorker(connectivity: Connectivity, script: ScriptUrl): Updates {
  const ready = signal(false)
  if (!('serviceWorker' in navigator)) return { ready, take: () => undefined }
  const workbox = new Workbox(script)
  let waits = false
  let taking = false

  workbox.addEventListener('waiting', () => {
    waits = true
    ready.value = true
  })
  workbox.addEventListener('controlling', (event) => {
    if (taking) location.reload()
    // Another page took it: this one is old now, and reloads when asked.
    else if (event.isUpdate || event.isExternal) {
      waits = false
      ready.value = true
    }
  })
  void workbox.register()
  // Fails without a network; the next hint asks again.
  connectivity.listen(() => void workbox.update().catch(() => undefined))

  return {
    ready,
    take() {
      taking = true
      if (waits) workbox.messageSkipWaiting()
      else location.reload()
    },
  }
}
