import { signal } from '@preact/signals'
import type { Connectivity } from '../ports/connectivity.ts'
import type { Updates } from '../ports/updates.ts'
import type { ScriptUrl } from './own-script-url.ts'
import type { WorkerWatch } from './worker-watch.ts'

/**
 * Updates by the service worker, which is looked at anew whenever the page is shown or reconnected. To be called
 * once a page.
 * @param script the service worker, as the Trusted Types policy let it through
 */
export function createUpdates(connectivity: Connectivity, script: ScriptUrl): Updates {
  const ready = signal(false)
  let watch: WorkerWatch | null = null
  let opening: Promise<WorkerWatch> | null = null
  let started = false

  const open = async () => (await import('./worker-watch.ts')).watchWorker(script, ready)

  async function look(): Promise<void> {
    if (watch) return watch.look()
    try {
      watch = await (opening ??= open())
    } finally {
      opening = null
    }
  }

  // Fails without a network; the next hint asks again.
  const tryToLook = () => void look().catch(() => undefined)

  return {
    ready,
    start() {
      if (started || !('serviceWorker' in navigator)) return
      started = true
      tryToLook()
      connectivity.listen(tryToLook)
    },
    take: () => watch?.take(),
  }
}
