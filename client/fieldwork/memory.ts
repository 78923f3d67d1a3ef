import { batch, signal, type ReadonlySignal } from '@preact/signals'
import type { HouseholdId, SurveyId } from '../../shared/ids.ts'
import type { HouseholdCard } from '../ports/field-work.ts'
import type { Changed, Found, Records } from '../ports/records.ts'
import { ONLY, type DeviceBodies, type OpenChange, type OutboxEntry, type Progress } from './bodies.ts'
import { subjectOf, type HouseholdFacts } from './household-facts.ts'

type Table = keyof DeviceBodies
type Tables = { readonly [Name in Table]: Map<string, Found<DeviceBodies[Name]>> }

/** What the server does not have, or not yet in the survey that this device holds. */
export type Work = {
  readonly open: readonly Found<OpenChange>[]
  /** by sequence number */
  readonly outbox: readonly Found<OutboxEntry>[]
}

/** A device's records, opened into memory and kept true to its database. Settled changes stay on the disk. */
export type Memory = {
  readonly tables: Tables
  /** null where the household is not here */
  readonly facts: (household: HouseholdId) => HouseholdFacts | null
  /** every survey of a household that this device holds anything of */
  readonly surveysOf: (household: HouseholdId) => readonly SurveyId[]
  readonly cards: ReadonlySignal<ReadonlyMap<HouseholdId, HouseholdCard>>
  readonly work: ReadonlySignal<Work>
  readonly progress: ReadonlySignal<Progress>
  /** rows and households that could not be read or shown; they are on the disk, and not in the list */
  readonly leftOut: ReadonlySignal<number>
  /** Makes the cards anew that something outside of the records has outdated. */
  readonly redraw: (isOutdated: (card: HouseholdCard) => boolean) => void
  /** households that a running request carries */
  readonly sending: ReadonlySignal<ReadonlySet<HouseholdId>>
  /** marks the households that a running request carries; null when it has ended */
  readonly showSending: (households: ReadonlySet<HouseholdId> | null) => void
}

const NO_PROGRESS: Progress = { epoch: null, cursors: {}, scope: 0, lastAt: null }
const UNSETTLED = ['waiting', 'received', 'quarantined'] as const
const WHOLE_TABLES = ['households', 'surveys', 'openChanges', 'sequence', 'progress', 'place'] as const

/** The device's records, and how many rows of them could not be read. */
export type DeviceRecords = Records<DeviceBodies> & { readonly unreadable: () => number }

/** @param cardOf makes a household's line of the list; called again for a household only when it changed, or on `redraw` */
export async function openMemory(
  records: DeviceRecords,
  cardOf: (facts: HouseholdFacts) => HouseholdCard,
): Promise<Memory> {
  const tables: Tables = {
    households: new Map(),
    surveys: new Map(),
    openChanges: new Map(),
    outbox: new Map(),
    sequence: new Map(),
    progress: new Map(),
    place: new Map(),
  }
  const surveysByHousehold = new Map<HouseholdId, Set<SurveyId>>()
  const outboxByHousehold = new Map<HouseholdId, Found<OutboxEntry>[]>()
  const cards = signal<ReadonlyMap<HouseholdId, HouseholdCard>>(new Map())
  const work = signal<Work>({ open: [], outbox: [] })
  const progress = signal<Progress>(NO_PROGRESS)
  const leftOut = signal(0)
  const withoutCard = new Set<HouseholdId>()
  const sending = signal<ReadonlySet<HouseholdId>>(new Set())

  // One object as long as nothing of it changes: what is worked out of it can be remembered with it.
  const factsByHousehold = new Map<HouseholdId, HouseholdFacts>()

  const surveysOf = (household: HouseholdId) => [...(surveysByHousehold.get(household) ?? [])]

  function facts(household: HouseholdId): HouseholdFacts | null {
    const known = factsByHousehold.get(household) ?? gather(household)
    if (known) factsByHousehold.set(household, known)
    return known
  }

  function gather(household: HouseholdId): HouseholdFacts | null {
    const found = tables.households.get(household)
    if (!found) return null
    return {
      household: found,
      surveys: surveysOf(household).flatMap((survey) => tables.surveys.get(survey) ?? []),
      open: surveysOf(household).flatMap((survey) => tables.openChanges.get(survey) ?? []),
      outbox: outboxByHousehold.get(household) ?? [],
      sending: sending.peek().has(household),
    }
  }

  function cardOrNull(household: HouseholdId): HouseholdCard | null {
    withoutCard.delete(household)
    const now = facts(household)
    if (!now) return null
    try {
      return cardOf(now)
    } catch {
      // What this version cannot make sense of must not close the list to all others.
      withoutCard.add(household)
      return null
    }
  }

  function refresh(households: Iterable<HouseholdId>): void {
    const next = new Map(cards.peek())
    for (const household of households) {
      factsByHousehold.delete(household)
      const card = cardOrNull(household)
      if (card) next.set(household, card)
      else next.delete(household)
    }
    cards.value = next
  }

  function hold(changed: Changed<DeviceBodies>): void {
    const table: Map<string, Found<unknown>> = tables[changed.table]
    if (changed.found && changed.found.state !== 'settled') table.set(changed.id, changed.found)
    else table.delete(changed.id)
  }

  function index(changed: Changed<DeviceBodies>): HouseholdId[] {
    const before = subjectOf({
      ...changed,
      found: tables[changed.table].get(changed.id) ?? null,
    } as typeof changed)
    const after = subjectOf(changed)
    if (after?.survey) {
      const surveys = surveysByHousehold.get(after.household) ?? new Set()
      surveysByHousehold.set(after.household, surveys.add(after.survey))
    }
    return [before, after].flatMap((subject) => subject?.household ?? [])
  }

  function listWork(): void {
    const outbox = [...tables.outbox.values()].sort((a, b) => a.body.change.seq - b.body.change.seq)
    outboxByHousehold.clear()
    for (const entry of outbox) {
      const { household } = entry.body.change
      outboxByHousehold.set(household, [...(outboxByHousehold.get(household) ?? []), entry])
    }
    work.value = { open: [...tables.openChanges.values()], outbox }
  }

  function apply(changed: readonly Changed<DeviceBodies>[]): void {
    const touched = new Set<HouseholdId>()
    for (const one of changed) {
      for (const household of index(one)) touched.add(household)
      hold(one)
    }
    for (const household of touched) factsByHousehold.delete(household)
    batch(() => {
      if (changed.some(({ table }) => table === 'openChanges' || table === 'outbox')) listWork()
      progress.value = tables.progress.get(ONLY)?.body ?? NO_PROGRESS
      if (touched.size > 0) refresh(touched)
      leftOut.value = records.unreadable() + withoutCard.size
    })
  }

  records.listen(apply)
  const loaded = await Promise.all([
    ...WHOLE_TABLES.map(async (table) => asChanged(table, await records.all(table))),
    ...UNSETTLED.map(async (state) => asChanged('outbox', await records.where('outbox', 'state', state))),
  ])
  apply(loaded.flat())

  return {
    tables,
    facts,
    surveysOf,
    cards,
    work,
    progress,
    leftOut,
    sending,
    redraw(isOutdated) {
      const outdated = [...cards.peek().values()].filter(isOutdated)
      if (outdated.length > 0) refresh(outdated.map(({ household }) => household))
    },
    showSending(households) {
      const touched = new Set([...sending.peek(), ...(households ?? [])])
      sending.value = households ?? new Set()
      if (touched.size > 0) refresh(touched)
    },
  }
}

function asChanged<Name extends Table>(
  table: Name,
  rows: readonly Found<DeviceBodies[Name]>[],
): Changed<DeviceBodies>[] {
  return rows.map((found) => ({ table, id: found.id, found }) as Changed<DeviceBodies>)
}
