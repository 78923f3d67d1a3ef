import { signal } from '@preact/signals'
import type { Workbox } from 'workbox-window'
import type { Connectivity } from '../ports/connectivity.ts'
import type { Updates } from '../ports/updates.ts'
import type { ScriptUrl } from './own-script-url.ts'

/**
 * Updates by the service worker, which is looked at anew whenever the page is shown or reconnected. To be called
 * once a page.
 * @param script the service worker, as the Trusted Types policy let it through
 */
export function createUpdates(connectivity: Connectivity, script: ScriptUrl): Updates {
  const ready = signal(false)
  let workbox: Workbox | null = null
  let started = false
  let waits = false
  let taking = false

  async function register(): Promise<void> {
    const opened = new (await import('workbox-window')).Workbox(script)
    workbox = opened
    opened.addEventListener('waiting', () => {
      waits = true
      ready.value = true
    })
    opened.addEventListener('controlling', (event) => {
      if (taking) location.reload()
      // Another page took it: this one is old now, and reloads when asked.
      else if (event.isUpdate || event.isExternal) {
        waits = false
        ready.value = true
      }
    })
    await opened.register()
  }

  // Fails without a network; the next hint asks again.
  const look = () => void (workbox ? workbox.update() : register()).catch(() => undefined)

  return {
    ready,
    start() {
      if (started || !('serviceWorker' in navigator)) return
      started = true
      look()
      connectivity.listen(look)
    },
    take() {
      taking = true
      if (waits) workbox?.messageSkipWaiting()
      else location.reload()
    },
  }
}
