import { useEffect, useMemo, useRef } from 'preact/hooks'
import { FAULTS } from '../../../shared/faults.ts'
import { jakartaDate } from '../../../shared/period.ts'
import { findKelurahan } from '../../../shared/population/area.ts'
import { groupHouseholds, searchHouseholds } from '../../fieldwork/household-search.ts'
import type { Clock } from '../../ports/clock.ts'
import type { FieldWork, HouseholdCard } from '../../ports/field-work.ts'
import type { SyncEngine } from '../../ports/sync.ts'
import { Button, ButtonLink } from '../../ui/buttons/button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { useToast } from '../../ui/feedback/toasts.tsx'
import { SearchField } from '../../ui/fields/search-field.tsx'
import { plusIcon, searchIcon, sendIcon } from '../../ui/icons/lucide.ts'
import { useFormats, useText, useWords } from '../../ui/language/language.ts'
import { Screen } from '../../ui/layout/screen.tsx'
import { FilterBar } from '../../ui/layout/filter-bar.tsx'
import { paths } from '../../ui/paths.ts'
import { DownloadProgress } from './download-progress.tsx'
import { EmptyList } from './empty-list.tsx'
import { HouseholdList } from './household-list.tsx'
import { listItems } from './list-items.ts'
import type { ListView } from './list-view.ts'
import { FILTER_KINDS, filtersOf } from './state-filters.ts'
import { householdWords } from './words.ts'
import './households.css'

type Props = {
  readonly work: FieldWork
  readonly sync: SyncEngine
  readonly clock: Clock
  readonly view: ListView
}

/** The day's work: all households of the enumerator, by RW and RT. */
export function HouseholdsScreen({ work, sync, clock, view }: Props) {
  const words = useWords(householdWords)
  const formats = useFormats()
  const text = useText()
  const toast = useToast()
  const cards = work.households.value
  const search = view.search.value
  const filter = view.filter.value
  const firstSearch = useRef(search).current
  const found = useMemo(
    () => searchHouseholds(cards.values(), { text: search, kinds: FILTER_KINDS[filter] }),
    [cards, search, filter],
  )
  const today = jakartaDate(clock.now())
  const groups = useMemo(() => groupHouseholds(cards.values(), today), [cards, today])
  const items = useMemo(() => listItems(groups, found), [groups, found])
  useEffect(() => void markNext(work, view, today, firstSearch), [work, view, today, firstSearch])

  const send = async () => {
    await sync.sync()
    const state = sync.state.peek()
    if (state.kind === 'offline' || state.kind === 'stopped') {
      toast({ text: text(FAULTS[state.fault.fault].text) })
    } else if (state.kind === 'up-to-date') toast({ text: words.sent })
  }
  const showAll = () => {
    view.search.value = ''
    view.filter.value = 'all'
  }
  const [shown, all] = [formats.number(found.length), formats.number(cards.size)]
  const isPart = found.length < cards.size
  const unsent = work.unsent.value
  const state = sync.state.value
  const filters = useMemo(
    () => filtersOf(cards, filter).map(({ key, count }) => ({ key, label: words[key], count })),
    [cards, filter, words],
  )
  const rw = useMemo(() => onlyRw(cards, words.rw), [cards, words])
  return (
    <Screen
      title={rw ?? words.title}
      tabTitle={words.title}
      subtitle={
        cards.size > 0 &&
        (isPart ? words.found(shown, all) : words.counts(all, formats.number(doneOf(cards))))
      }
      sticky={
        cards.size > 0 && (
          <SearchField
            id="search"
            label={words.search}
            value={search}
            onInput={(typed) => {
              view.search.value = typed
            }}
          />
        )
      }
      bottom={
        <>
          <ButtonLink icon={plusIcon} href={paths.newHousehold}>
            {words.add}
          </ButtonLink>
          <Button kind="primary" icon={sendIcon} busy={state.kind === 'sending'} onClick={() => void send()}>
            {unsent > 0 ? words.sendCount(formats.number(unsent)) : words.send}
          </Button>
        </>
      }
    >
      <DownloadProgress state={state} />
      {cards.size === 0 ? (
        <EmptyList state={state} onTry={() => void sync.sync()} />
      ) : (
        <>
          <FilterBar
            label={words.filter}
            tabs={filters}
            current={filter}
            onSelect={(key) => {
              view.filter.value = key
            }}
          />
          <p class="visually-hidden" role="status">
            {search || filter !== 'all' ? words.found(shown, all) : ''}
          </p>
          {items.length > 0 ? (
            <HouseholdList
              items={items}
              clock={clock}
              today={today}
              next={view.next.value}
              isSearch={search !== ''}
            />
          ) : (
            <EmptyState
              icon={searchIcon}
              title={words.nothingFound}
              action={<Button onClick={showAll}>{words.showAll}</Button>}
            >
              {words.nothingFoundText}
            </EmptyState>
          )}
        </>
      )}
    </Screen>
  )
}

/** After a survey was submitted, the next door is marked; its place is where the last one ended. */
async function markNext(work: FieldWork, view: ListView, today: string, search: string): Promise<void> {
  const place = await work.place()
  if (place?.route !== paths.home || place.household === null || place.section !== null) return
  // Without it no door is marked: it comes with the next start.
  const part = await import('./next-household.ts').catch(() => null)
  part?.showNext(view, work.households.peek(), { after: place.household, today, search })
  await work.rememberPlace({ ...place, household: null })
}

function doneOf(cards: ReadonlyMap<unknown, HouseholdCard>): number {
  return [...cards.values()].filter(({ state }) => FILTER_KINDS.finished.includes(state.kind)).length
}

/** The RW's name where all households lie in one. */
function onlyRw(
  cards: ReadonlyMap<unknown, HouseholdCard>,
  say: (kelurahan: string, rw: string) => string,
): string | null {
  const streams = new Set([...cards.values()].map(({ area }) => `${area.kelurahan}/${area.rw}`))
  const [first] = cards.values()
  if (streams.size !== 1 || !first || first.area.rw === '000') return null
  return say(findKelurahan(first.area.kelurahan)?.name ?? first.area.kelurahan, first.area.rw)
}
