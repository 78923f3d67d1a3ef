import { useState } from 'preact/hooks'
import type { KnownDevice } from '../../../shared/api/devices.ts'
import { isFault, type Fault } from '../../../shared/faults.ts'
import type { Api } from '../../ports/api.ts'
import type { Clock } from '../../ports/clock.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { FaultNotice } from '../../ui/feedback/fault-notice.tsx'
import { Dialog } from '../../ui/layout/dialog.tsx'
import { deviceText } from '../../ui/language/device-text.ts'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { LoadedView } from '../../ui/loading/loaded-view.tsx'
import { useLoaded } from '../../ui/loading/use-loaded.ts'
import { useNow } from '../../ui/loading/use-now.ts'
import type { Person } from './holdings.ts'
import { deviceWords } from './words.ts'

type Props = {
  readonly api: Pick<Api, 'devices' | 'revokeDevice'>
  readonly clock: Clock
  readonly person: Pick<Person, 'id' | 'name'>
  readonly onClose: () => void
}

/** Somebody's phones: a lost one is taken out of use, a found one let in again. */
export function DevicesDialog({ api, clock, person, onClose }: Props) {
  const words = useWords(deviceWords)
  const now = useNow(clock)
  const loading = useLoaded(() => api.devices(person.id), person.id)
  const [busy, setBusy] = useState<KnownDevice['id'] | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)

  const revoke = async (device: KnownDevice, isRevoked: boolean) => {
    if (busy) return
    setBusy(device.id)
    setFault(null)
    const answer = await api.revokeDevice(device.id, isRevoked)
    if (isFault(answer)) setFault(answer)
    else await loading.reload()
    setBusy(null)
  }

  return (
    <Dialog
      open
      title={words.title(person.name)}
      onClose={onClose}
      actions={<Button onClick={onClose}>{words.close}</Button>}
    >
      <p>{words.text}</p>
      {fault && <FaultNotice fault={fault} isAct />}
      <LoadedView loading={loading} rows={2}>
        {({ devices }) =>
          devices.length === 0 ? (
            <p class="quiet">{words.none}</p>
          ) : (
            <ul class="devices" aria-label={words.list}>
              {devices.map((device) => (
                <DeviceRow
                  key={device.id}
                  device={device}
                  now={now}
                  isBusy={busy === device.id}
                  onRevoke={(isRevoked) => void revoke(device, isRevoked)}
                />
              ))}
            </ul>
          )
        }
      </LoadedView>
    </Dialog>
  )
}

type RowProps = {
  readonly device: KnownDevice
  readonly now: Date
  readonly isBusy: boolean
  readonly onRevoke: (isRevoked: boolean) => void
}

function DeviceRow({ device, now, isBusy, onRevoke }: RowProps) {
  const words = useWords(deviceWords)
  const formats = useFormats()
  const { name, since, lastSyncAt, revokedAt } = device
  return (
    <li class="device">
      <div>
        <p class="strong">{deviceText(name) || words.nameless}</p>
        <p class="quiet">
          {lastSyncAt ? words.lastSync(formats.ago(lastSyncAt, now)) : words.since(formats.dateTime(since))}
        </p>
        {revokedAt !== null && <Badge tone="problem">{words.revoked(formats.dateTime(revokedAt))}</Badge>}
      </div>
      <Button
        kind={revokedAt === null ? 'danger' : 'quiet'}
        busy={isBusy}
        onClick={() => onRevoke(revokedAt === null)}
      >
        {revokedAt === null ? words.revoke : words.restore}
      </Button>
    </li>
  )
}
