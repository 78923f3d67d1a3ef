import { useEffect, useState } from 'preact/hooks'
import type { DeviceCare, Protection, StorageUse } from '../../ports/device-care.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Progress } from '../../ui/feedback/progress.tsx'
import { shieldCheckIcon } from '../../ui/icons/lucide-late.ts'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { Card } from '../../ui/layout/card.tsx'
import { Facts } from '../../ui/lists/facts.tsx'
import { storageWords } from './storage-words.ts'

const GIGABYTE = 1_000_000_000

type Props = {
  readonly care: DeviceCare
  /** what is measured anew when it changes */
  readonly measured: unknown
}

/** Whether the phone can keep what is entered: what the browser promised, what takes the room, what is left. */
export function PhoneStorage({ care, measured }: Props) {
  const words = useWords(storageWords)
  const [use, setUse] = useState<StorageUse | 'failed' | null>(null)
  useEffect(() => {
    let isShown = true
    care.storageUse().then(
      (now) => isShown && setUse(now),
      () => isShown && setUse('failed'),
    )
    return () => {
      isShown = false
    }
  }, [care, measured])
  return (
    <Card title={words.title}>
      <div class="stack">
        {use === 'failed' && <p class="quiet">{words.failed}</p>}
        {use !== null && use !== 'failed' && <Gauge use={use} />}
        <KeptPromise protection={care.protection.value} onAsk={() => void care.protect()} />
      </div>
    </Card>
  )
}

function Gauge({ use }: { use: StorageUse }) {
  const words = useWords(storageWords)
  const formats = useFormats()
  const size = (bytes: number) =>
    bytes < GIGABYTE
      ? formats.bytes(bytes)
      : words.gigabytes(formats.number(Math.round(bytes / (GIGABYTE / 10)) / 10))
  const { room, level, records, photos } = use
  const parts = [
    { label: words.records, value: size(records) },
    { label: words.photos(formats.number(photos.count)), value: size(photos.bytes) },
  ]
  if (!room)
    return (
      <>
        <p class="quiet">{words.notSaid}</p>
        <Facts facts={parts} />
      </>
    )
  const rest = Math.max(0, room.usage - records - photos.bytes)
  return (
    <>
      {level !== 'enough' && (
        <Notice
          tone={level === 'reserve' ? 'problem' : 'attention'}
          title={level === 'reserve' ? words.reserveTitle : words.littleTitle}
        >
          {words[level]}
        </Notice>
      )}
      <Progress
        label={words.used}
        value={room.usage}
        max={room.quota}
        detail={words.usedOf(size(room.usage), size(room.quota))}
      />
      <Facts
        facts={[
          ...parts,
          { label: words.rest, value: size(rest) },
          { label: words.free, value: size(Math.max(0, room.quota - room.usage)) },
        ]}
      />
      <p class="quiet">{words.freeNote}</p>
    </>
  )
}

function KeptPromise({ protection, onAsk }: { protection: Protection; onAsk: () => void }) {
  const words = useWords(storageWords)
  switch (protection) {
    case 'kept':
      return (
        <Notice tone="good" icon={shieldCheckIcon}>
          {words.kept}
        </Notice>
      )
    case 'not-asked':
      return <p class="quiet">{words.notAsked}</p>
    case 'unknown':
      return <p class="quiet">{words.unknown}</p>
    case 'refused':
      return (
        <Notice
          tone="attention"
          title={words.refusedTitle}
          action={<Button onClick={onAsk}>{words.askAgain}</Button>}
        >
          {words.refused}
        </Notice>
      )
  }
}
