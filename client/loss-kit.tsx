import type { ReadonlySignal } from '@preact/signals'
import { render } from 'preact'
import type { Session } from '../shared/api/session.ts'
import type { Language } from '../shared/text.ts'
import { LossAlarm } from './app/loss/loss-alarm.tsx'
import type { SessionModel } from './app/session/session-model.ts'
import { createDeviceTraces } from './platform/device-traces.ts'
import type { Clock } from './ports/clock.ts'
import type { LossWatch } from './ports/loss-watch.ts'
import type { Sealer } from './ports/sealer.ts'
import { forgetDevice, knownDevices } from './storage/forget-device.ts'
import { LanguageContext } from './ui/language/language.ts'

/** Where the alarm stands, beside the app, whatever screen is open or none. */
const PLACE = 'loss-alarm'

/**
 * A device that came back empty is never filled again in silence: the installation lets go of it, and the page starts
 * anew and says so. Rule [D2].
 */
export async function lose(sealer: Sealer, { device, account }: Session): Promise<never> {
  const traces = createDeviceTraces(localStorage)
  const trace = traces.all().find((one) => one.device === device)
  traces.note({ device, account: account.id, unsent: null, notedAt: null, ...trace, isLost: true })
  await forgetDevice(sealer, device)
  location.reload()
  return new Promise(() => undefined)
}

/** Shows what was lost on this phone, if anything was; again for each that signs in. Rule [D3]. */
export function showLossAlarm({
  sealer,
  model,
  clock,
  language,
}: {
  readonly sealer: Sealer
  readonly model: Pick<SessionModel, 'state' | 'api'>
  readonly clock: Clock
  readonly language: ReadonlySignal<Language>
}): void {
  const now = model.state.peek()
  const session = now.kind === 'signed-in' ? now.session : null
  let place = document.getElementById(PLACE)
  if (!place) {
    place = document.createElement('div')
    place.id = PLACE
    document.body.append(place)
  }
  render(
    <LanguageContext.Provider value={language}>
      <LossAlarm
        key={session?.device ?? ''}
        watch={watchOver(sealer)}
        api={model.api}
        clock={clock}
        account={session?.account.id ?? null}
      />
    </LanguageContext.Provider>,
    place,
  )
}

function watchOver(sealer: Sealer): LossWatch {
  const traces = createDeviceTraces(localStorage)
  return {
    async lost() {
      const known = new Set(await knownDevices(sealer))
      // Signing out keeps a device; an installation that knows nothing of it any more has lost all it had.
      for (const trace of traces.all()) {
        if (!trace.isLost && !known.has(trace.device)) traces.note({ ...trace, isLost: true })
      }
      return traces.all().filter(({ isLost }) => isLost)
    },
    settle: traces.forget,
  }
}
