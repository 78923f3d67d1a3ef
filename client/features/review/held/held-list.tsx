import type { Held } from '../../../../shared/api/quarantine.ts'
import { findKelurahan } from '../../../../shared/population/area.ts'
import { SECTIONS } from '../../../../shared/survey/questionnaire.ts'
import type { Api } from '../../../ports/api.ts'
import type { Clock } from '../../../ports/clock.ts'
import { Button } from '../../../ui/buttons/button.tsx'
import { IconButton } from '../../../ui/buttons/icon-button.tsx'
import { Badge } from '../../../ui/feedback/badge.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { FaultNotice } from '../../../ui/feedback/fault-notice.tsx'
import { circleCheckIcon, pauseIcon, refreshCwIcon } from '../../../ui/icons/lucide.ts'
import { areaText } from '../../../ui/language/area-text.ts'
import { useFormats, useText, useWords } from '../../../ui/language/language.ts'
import { Screen } from '../../../ui/layout/screen.tsx'
import { LoadedView } from '../../../ui/loading/loaded-view.tsx'
import { useNow } from '../../../ui/loading/use-now.ts'
import { heldPath } from './held-paths.ts'
import { heldWords, whyHeld } from './held-words.ts'
import { useHeldList } from './use-held-list.ts'
import '../queue/queue.css'

type Props = {
  readonly api: Pick<Api, 'quarantine'>
  readonly clock: Clock
  /** where ‹ leads */
  readonly back: string
}

/** What waits in quarantine, the oldest first. */
export function HeldList({ api, clock, back }: Props) {
  const words = useWords(heldWords)
  const now = useNow(clock)
  const list = useHeldList(api)
  return (
    <Screen
      title={words.title}
      subtitle={words.subtitle}
      back={back}
      actions={
        <IconButton icon={refreshCwIcon} label={words.reload} onClick={() => void list.loading.reload()} />
      }
    >
      <LoadedView loading={list.loading}>
        {({ held, next }) =>
          held.length === 0 ? (
            <EmptyState icon={circleCheckIcon} title={words.emptyTitle}>
              {words.emptyText}
            </EmptyState>
          ) : (
            <div class="stack">
              <ul class="queue-rows" aria-label={words.list}>
                {held.map((one) => (
                  <li key={one.id}>
                    <HeldRow held={one} now={now} />
                  </li>
                ))}
              </ul>
              {list.moreFault && <FaultNotice fault={list.moreFault} isAct />}
              {next !== null && (
                <Button busy={list.isLoadingMore} onClick={() => void list.loadMore()}>
                  {words.showMore}
                </Button>
              )}
            </div>
          )
        }
      </LoadedView>
    </Screen>
  )
}

function HeldRow({ held, now }: { readonly held: Held; readonly now: Date }) {
  const words = useWords(heldWords)
  const formats = useFormats()
  const text = useText()
  const nobody = held.survey ? words.nameless : words.unreadable
  const title = held.name || held.address || nobody
  return (
    <a class="queue-row" href={heldPath(held.id)}>
      <span class="queue-row-line">
        <span class="queue-row-name">{title}</span>
        <time class="quiet" dateTime={held.at}>
          {formats.ago(held.at, now)}
        </time>
      </span>
      <span class="quiet">
        {[...(held.address === title ? [] : [held.address]), placeText(held) ?? words.noArea, held.enumerator]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
      <span class="quiet">{useHeldContent(held)}</span>
      <span class="queue-row-signs">
        <Badge tone="attention" icon={pauseIcon}>
          {capital(text(whyHeld(held.fault).why))}
        </Badge>
        {held.joined > 0 && <span class="quiet">{words.joined(formats.number(held.joined))}</span>}
      </span>
    </a>
  )
}

/** `RT 003/RW 005 · Sukarasa`; null where it is not known. */
export function placeText({ stream, rt }: Pick<Held, 'stream' | 'rt'>): string | null {
  const [kelurahan = '', rw = '000'] = (stream ?? '').split('/')
  const known = findKelurahan(kelurahan)
  return known ? areaText({ kelurahan: known.code, rw, rt: rt ?? '000' }) : null
}

/** What it says, in short: `Dibuat 23 Nov 2026, 09.12 · 12 jawaban: Kunjungan, Rumah tinggal`. */
function useHeldContent({ madeAt, answers, sections, submits }: Held): string {
  const words = useWords(heldWords)
  const formats = useFormats()
  const text = useText()
  const named = SECTIONS.filter(({ key }) => sections.includes(key)).map((section) => text(section.text))
  const count = words.answers(formats.number(answers))
  return [
    ...(madeAt === null ? [] : [words.madeAt(formats.dateTime(madeAt))]),
    named.length === 0 ? count : `${count}: ${named.join(', ')}`,
    ...(submits ? [words.submits.toLowerCase()] : []),
  ].join(' · ')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
