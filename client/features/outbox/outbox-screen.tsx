import { useEffect, useMemo, useState } from 'preact/hooks'
import { FAULTS } from '../../../shared/faults.ts'
import type { Clock } from '../../ports/clock.ts'
import type { DeviceCare } from '../../ports/device-care.ts'
import type { FieldWork, HandedLine, OutboxLine } from '../../ports/field-work.ts'
import type { PhotoPost } from '../../ports/photo-post.ts'
import type { Rescue } from '../../ports/rescue.ts'
import type { SyncEngine, SyncState } from '../../ports/sync.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { StatusSign } from '../../ui/feedback/status-sign.tsx'
import { inboxIcon, shieldCheckIcon } from '../../ui/icons/lucide-late.ts'
import { sendIcon } from '../../ui/icons/lucide.ts'
import { useFormats, useText, useWords } from '../../ui/language/language.ts'
import { Screen } from '../../ui/layout/screen.tsx'
import { paths } from '../../ui/paths.ts'
import { EngineState } from './engine-state.tsx'
import { outboxGroups, type OutboxRow } from './outbox-groups.ts'
import { HandedSection } from './handed-section.tsx'
import { HeldSection } from './held-section.tsx'
import { OutboxList } from './outbox-list.tsx'
import { RescuePart } from './rescue-part.tsx'
import { PhoneStorage } from './phone-storage.tsx'
import { PhotoSection } from './photo-section.tsx'
import { outboxWords } from './words.ts'
import './outbox.css'

type Props = {
  readonly work: FieldWork
  readonly sync: SyncEngine
  readonly clock: Clock
  readonly kit: { readonly care: DeviceCare; readonly photoPost: PhotoPost; readonly rescue: Rescue }
}

/** Each record that the server does not have, and why it waits; what it has, with the time of its receipt. */
export function OutboxScreen({ work, sync, clock, kit }: Props) {
  const words = useWords(outboxWords)
  const formats = useFormats()
  const text = useText()
  const state = sync.state.value
  const cards = work.households.value
  const lines = work.outbox.value
  const receipts = work.receipts.value
  const handed = useHanded(work, lines)
  const groups = useMemo(
    () => outboxGroups(lines, receipts, { cards, handed }),
    [lines, receipts, cards, handed],
  )
  const { held, refused, waiting, received } = groups
  const shown = handed.length + held.size + refused.length + waiting.length + received.length
  const isEmpty = shown === 0 && kit.photoPost.state.value.lines.length === 0
  const when = (at: string) => formats.moment(at, clock.now())
  const faultText = (row: OutboxRow) => (row.fault ? text(FAULTS[row.fault].text) : '')
  const detailOf = (row: OutboxRow) => `${formats.bytes(row.bytes)} · ${words.changedAt(when(row.at))}`
  const list = { cards }
  return (
    <Screen
      title={words.title}
      back={paths.home}
      bottom={
        <Button
          kind="primary"
          icon={sendIcon}
          wide
          busy={state.kind === 'sending'}
          onClick={() => void sync.sync()}
        >
          {words.sendNow}
        </Button>
      }
    >
      <div role="status">
        <EngineState
          state={state}
          unsent={work.unsent.value}
          bytesLeft={waiting.reduce((sum, { bytes }) => sum + bytes, 0)}
          clock={clock}
        />
      </div>
      <OutboxList
        {...list}
        title={words.refusedTitle}
        rows={refused}
        about={words.refusedWhat}
        sign={() => <StatusSign standing="draft" />}
        detail={faultText}
      />
      <HeldSection held={held} cards={cards} detail={detailOf} />
      <HandedSection handed={handed} cards={cards} when={when} />
      <OutboxList
        {...list}
        title={words.waitingTitle}
        rows={waiting}
        sign={(row) =>
          row.isSending ? (
            <StatusSign standing="sending" detail={formats.bytes(row.bytes)} />
          ) : (
            <StatusSign standing={row.submits ? 'waiting' : 'draft'} />
          )
        }
        detail={(row) =>
          row.isSending ? words.changedAt(when(row.at)) : `${words[whyOf(state)]} · ${detailOf(row)}`
        }
      />
      <PhotoSection post={kit.photoPost} cards={cards} />
      <OutboxList
        {...list}
        title={words.receivedTitle}
        rows={received}
        about={
          <>
            <Badge tone="good" icon={shieldCheckIcon}>
              {words.backedUp}
            </Badge>{' '}
            {words.backedUpWhat}
          </>
        }
        sign={(row) => <ReceivedSign isBackedUp={row.isBackedUp} when={when(row.at)} />}
        detail={({ household }) => {
          const card = cards.get(household)
          const isDraft = card?.state.kind === 'draft' || card?.state.kind === 'revisit'
          return [isDraft ? words.stillDraft : '', card?.address ?? '']
            .filter((part) => part !== '')
            .join(' · ')
        }}
      />
      {isEmpty && (
        <EmptyState icon={inboxIcon} title={words.emptyTitle}>
          {words.emptyText}
        </EmptyState>
      )}
      <RescuePart rescue={kit.rescue} unsent={work.unsent.value} />
      <PhoneStorage care={kit.care} measured={lines} />
    </Screen>
  )
}

/** Asked anew whenever something of the outbox changed. */
function useHanded(work: FieldWork, lines: readonly OutboxLine[]): readonly HandedLine[] {
  const [handed, setHanded] = useState<readonly HandedLine[]>([])
  useEffect(() => {
    let isCurrent = true
    void work.handedOver().then((found) => isCurrent && setHanded(found))
    return () => {
      isCurrent = false
    }
  }, [work, lines])
  return handed
}

/** The server has it; or has it twice, on other storage too. */
function ReceivedSign({ isBackedUp, when }: { readonly isBackedUp: boolean; readonly when: string }) {
  const words = useWords(outboxWords)
  return isBackedUp ? (
    <Badge tone="good" icon={shieldCheckIcon}>{`${words.backedUp} · ${when}`}</Badge>
  ) : (
    <StatusSign standing="received" detail={when} />
  )
}

/** Why what has not been sent is still here. */
function whyOf(state: SyncState): 'whyOffline' | 'whyBusy' | 'whyStopped' | 'whySending' | 'whyTurn' {
  switch (state.kind) {
    case 'offline':
      return state.fault.fault === 'busy' ? 'whyBusy' : 'whyOffline'
    case 'stopped':
      return 'whyStopped'
    case 'sending':
      return 'whySending'
    case 'starting':
    case 'waiting':
    case 'up-to-date':
      return 'whyTurn'
  }
}
