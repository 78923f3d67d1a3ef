import { computed, signal, type ReadonlySignal } from '@preact/signals'
import { isFault } from '../../shared/faults.ts'
import { nikHintOf, readHints, type NameHash } from '../../shared/sync/nik-hint.ts'
import type { Api } from '../ports/api.ts'
import type { Clock } from '../ports/clock.ts'
import type { NikHintBodies, NikHintDesk } from '../ports/nik-hints.ts'
import type { Records, Write } from '../ports/records.ts'
import type { SyncState } from '../ports/sync.ts'

type Ports = {
  readonly records: Records<NikHintBodies>
  readonly api: Pick<Api, 'nikHints'>
  readonly clock: Pick<Clock, 'now'>
  readonly uuidv5: NameHash
  /** the sync engine's: what was told is looked after once it has reached the server */
  readonly sync: ReadonlySignal<SyncState>
}

/** how old hints may be before they are asked for again; some tens of kilobytes for a kelurahan */
const FRESH_MS = 12 * 60 * 60_000

/** Keeps hints of neighbours' NIK on the device, and asks for them anew twice a day. Rule [N9] of SPEC.md. */
export async function openNikHints({
  records,
  api,
  clock,
  uuidv5,
  sync,
}: Ports): Promise<NikHintDesk & { readonly close: () => void }> {
  const rows = signal(await records.all('nikHints'))
  // Taken apart when somebody first asks: most starts of the app never do.
  const byKelurahan = computed(
    () => new Map(rows.value.map(({ id, body }) => [id, { key: body.key, hints: readHints(body.hints) }])),
  )
  let toldAt: number | null = null
  let isAsking = false
  let closed = false

  function areFresh(): boolean {
    const now = clock.now().getTime()
    const times = toldAt === null ? rows.peek().map(({ at }) => Date.parse(at)) : [toldAt]
    // A clock that was set back must not keep them for ever.
    return times.length > 0 && times.every((at) => Math.abs(now - at) < FRESH_MS)
  }

  async function refresh(): Promise<void> {
    if (isAsking || closed || areFresh()) return
    isAsking = true
    try {
      const told = await api.nikHints()
      if (isFault(told) || closed) return
      toldAt = clock.now().getTime()
      const keys = { area: '', state: '', at: clock.now().toISOString() }
      const before = new Map(rows.peek().map((row) => [row.id, row]))
      const puts = told.kelurahan.map((body): Write<NikHintBodies> => ({
        table: 'nikHints',
        id: body.code,
        kind: 'put',
        keys,
        body,
        over: before.get(body.code)?.mark ?? null,
      }))
      const kept = new Set<string>(told.kelurahan.map(({ code }) => code))
      const removed = [...before.values()]
        .filter(({ id }) => !kept.has(id))
        .map(({ id, mark }): Write<NikHintBodies> => ({ table: 'nikHints', id, kind: 'remove', over: mark }))
      const writes = [...puts, ...removed]
      // After `stale` another tab was first, and on a full disk the old ones have to do.
      if (writes.length > 0) await records.commit(writes)
      rows.value = await records.all('nikHints')
    } catch {
      // The device was closed meanwhile, or its disk refuses: the hints of before have to do.
    } finally {
      isAsking = false
    }
  }

  const hasReached = computed(() => sync.value.kind === 'up-to-date' || sync.value.kind === 'waiting')
  const unwatch = hasReached.subscribe((now) => {
    if (now) void refresh()
  })

  return {
    mayBeElsewhere: (kelurahan, nik) => {
      const known = byKelurahan.value.get(kelurahan)
      return known !== undefined && known.hints.has(nikHintOf(uuidv5, known.key, nik))
    },
    close: () => {
      closed = true
      unwatch()
      records.close()
    },
  }
}
