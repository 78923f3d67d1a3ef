import { useEffect } from 'preact/hooks'
import { FAULTS } from '../../../shared/faults.ts'
import type { HouseholdId } from '../../../shared/ids.ts'
import type { HouseholdCard } from '../../ports/field-work.ts'
import type { PhotoLine, PhotoPost } from '../../ports/photo-post.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Progress } from '../../ui/feedback/progress.tsx'
import { StatusSign } from '../../ui/feedback/status-sign.tsx'
import { imageIcon } from '../../ui/icons/lucide-late.ts'
import { sendIcon } from '../../ui/icons/lucide.ts'
import { useFormats, useText, useWords } from '../../ui/language/language.ts'
import { ListHeading, ListRow, ROW_REM } from '../../ui/lists/list-row.tsx'
import { VirtualList } from '../../ui/lists/virtual-list.tsx'
import { paths } from '../../ui/paths.ts'
import { photoPostWords } from './photo-words.ts'
import { outboxWords } from './words.ts'

type Props = { readonly post: PhotoPost; readonly cards: ReadonlyMap<HouseholdId, HouseholdCard> }

/** Photos that the server does not have: how many and how large before they are sent, and why they wait. */
export function PhotoSection({ post, cards }: Props) {
  const words = useWords(photoPostWords)
  const formats = useFormats()
  const { lines, activity } = post.state.value
  useEffect(() => void post.lookAgain(), [post, cards])
  const photos = lines.reduce((sum, line) => sum + line.photos, 0)
  return (
    <section aria-label={words.title}>
      <ListHeading aside={photos > 0 ? formats.number(photos) : undefined}>{words.title}</ListHeading>
      <div class="stack outbox-photos">
        <div role="status">
          {photos === 0 ? (
            <p class="quiet">{words.allReceived}</p>
          ) : (
            <PhotoState post={post} photos={photos} />
          )}
        </div>
        <div class="outbox-choice">
          <label class="strong">
            <input
              type="checkbox"
              checked={post.onlyOnWifi.value}
              autocomplete="off"
              aria-describedby="only-on-wifi-hint"
              onChange={(event) => void post.setOnlyOnWifi(event.currentTarget.checked)}
            />
            {words.onlyOnWifi}
          </label>
          <span id="only-on-wifi-hint" class="quiet">
            {words.onlyOnWifiHint}
          </span>
        </div>
      </div>
      {photos > 0 && (
        <VirtualList
          label={words.title}
          items={lines}
          keyOf={({ household }) => household}
          heightOf={() => ROW_REM}
        >
          {(line) => (
            <PhotoRow
              line={line}
              card={cards.get(line.household)}
              isSending={activity.kind === 'sending' && activity.household === line.household}
            />
          )}
        </VirtualList>
      )}
    </section>
  )
}

function PhotoState({ post, photos }: { readonly post: PhotoPost; readonly photos: number }) {
  const words = useWords(photoPostWords)
  const formats = useFormats()
  const text = useText()
  const { lines, activity } = post.state.value
  const size = formats.bytes(lines.reduce((sum, line) => sum + line.bytes, 0))
  const title = words.waiting(formats.number(photos), size)
  switch (activity.kind) {
    case 'sending':
      return (
        <Progress
          label={words.sending}
          value={activity.sent}
          max={activity.total}
          detail={words.of(formats.bytes(activity.sent), formats.bytes(activity.total))}
        />
      )
    case 'held':
      return (
        <Notice
          tone="attention"
          icon={imageIcon}
          title={title}
          action={
            <Button icon={sendIcon} onClick={() => void post.sendNow()}>
              {words.sendNow(size)}
            </Button>
          }
        >
          {activity.network === 'mobile' ? words.heldMobile : words.heldUnknown}
        </Notice>
      )
    case 'failed':
      return (
        <Notice tone="attention" icon={imageIcon} title={title}>
          {text(FAULTS[activity.fault.fault].text)} {words.retryAt(formats.time(activity.retryAt))}
        </Notice>
      )
    case 'resting':
      return (
        <Notice tone="info" icon={imageIcon} title={title}>
          {words.follow}
        </Notice>
      )
  }
}

type RowProps = {
  readonly line: PhotoLine
  readonly card: HouseholdCard | undefined
  readonly isSending: boolean
}

function PhotoRow({ line, card, isSending }: RowProps) {
  const words = useWords(photoPostWords)
  const rowWords = useWords(outboxWords)
  const formats = useFormats()
  const text = useText()
  const size = words.size(formats.number(line.photos), formats.bytes(line.bytes))
  const why = line.fault
    ? text(FAULTS[line.fault.fault].text)
    : line.behindSurvey > 0
      ? `${size} · ${words.behindSurvey}`
      : size
  return (
    <ListRow
      href={paths.household(line.household)}
      title={card ? card.name || rowWords.nameless : rowWords.noLongerHere}
      sign={
        line.fault ? (
          <Badge tone="problem">{words.refused}</Badge>
        ) : (
          <StatusSign standing={isSending ? 'sending' : 'waiting'} />
        )
      }
      detail={why}
    />
  )
}
