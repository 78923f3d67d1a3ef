import { signal, type ReadonlySignal } from '@preact/signals'
import { MAX_ASKED_ATTACHMENTS } from '../../shared/api/attachments.ts'
import { fault, isFault, type Fault, type FaultCode } from '../../shared/faults.ts'
import type { Clock } from '../ports/clock.ts'
import type { Locks } from '../ports/locks.ts'
import type { PhotoActivity, PhotoPost, PhotoPostState } from '../ports/photo-post.ts'
import type { PhotoStore } from '../ports/photos.ts'
import type { SyncState } from '../ports/sync.ts'
import type { NetworkKind, PhotoBook, PhotoTransport, Upload, UploadStore } from '../ports/uploads.ts'
import { createPhotoQueue } from './photo-queue.ts'
import { retryDelayMs } from './retry-delay.ts'

type Ports = {
  readonly uploads: UploadStore
  readonly photos: Pick<PhotoStore, 'photo'>
  /** null until what surveys need is loaded */
  readonly book: () => PhotoBook | null
  readonly transport: PhotoTransport
  readonly network: NetworkKind
  readonly locks: Locks
  readonly clock: Clock
  /** from 0 to 1 */
  readonly chance: () => number
  readonly lockName: string
  /** the sync engine's: photos follow once it has reached the server */
  readonly sync: ReadonlySignal<SyncState>
}

export type OpenPhotoPost = PhotoPost & {
  /** Which of these photos, that nothing here shows any more, the server has in a verified copy or never needs. */
  readonly mayGo: (sha256s: readonly string[]) => Promise<ReadonlySet<string>>
  readonly close: () => void
}

/** Said of one photo, which needs a person; the others are not held up by it. */
const ABOUT_ONE_PHOTO: ReadonlySet<FaultCode> = new Set([
  'picture-unreadable',
  'picture-too-large',
  'bad-request',
])

const RESTING: PhotoActivity = { kind: 'resting' }

/**
 * Sends photos one by one, oldest first, whenever the sync engine has brought all surveys. Needs no page: only ports.
 * Rules [A1] and [A8] to [A10] of SPEC.md.
 */
export async function openPhotoPost(ports: Ports): Promise<OpenPhotoPost> {
  const { uploads, photos, transport, network, locks, clock } = ports
  const queue = createPhotoQueue(ports)
  const state = signal<PhotoPostState>({ lines: [], activity: RESTING })
  const onlyOnWifi = signal(await uploads.onlyOnWifi())
  const ending = new AbortController()
  let failures = 0
  let running: Promise<void> | null = null
  let again = false
  let asked = false
  let callOff: (() => void) | null = null

  const show = (next: Partial<PhotoPostState>) => (state.value = { ...state.peek(), ...next })

  async function look(): Promise<readonly Upload[]> {
    const { waiting, lines } = await queue.look()
    show({ lines })
    return waiting
  }

  async function run(): Promise<void> {
    callOff?.()
    const isAsked = asked
    asked = false
    const tried = new Set<string>()
    let damaged: Fault | null = null
    while (!ending.signal.aborted) {
      const next = (await look()).find(
        ({ sha256, fault: refused }) => !tried.has(sha256) && (isAsked || !refused),
      )
      if (!next) break
      if (!hasReached(ports.sync.peek())) {
        // Surveys are on their way meanwhile: what somebody asked for goes on after them.
        asked ||= isAsked
        break
      }
      if (!isAsked && onlyOnWifi.peek() && network.now() !== 'wifi') {
        show({ activity: { kind: 'held', network: network.now() === 'mobile' ? 'mobile' : 'unknown' } })
        return
      }
      tried.add(next.sha256)
      const outcome = await locks.alone(ports.lockName, () => sendOne(next))
      if (isFault(outcome) && outcome.fault === 'picture-damaged') damaged = outcome
      else if (isFault(outcome) && !ABOUT_ONE_PHOTO.has(outcome.fault)) return failWith(outcome)
      else failures = 0
    }
    if (damaged) failWith(damaged)
    else show({ activity: RESTING })
  }

  async function sendOne(upload: Upload): Promise<'received' | Fault> {
    // Another tab may have sent it while this one waited for its turn.
    if (!(await queue.isWaiting(upload.sha256))) return 'received'
    const { sha256, household, url } = upload
    const blob = await photos.photo(sha256)
    const progress = (sent: number, total: number) =>
      show({ activity: { kind: 'sending', household, sent, total } })
    progress(0, upload.bytes)
    const outcome = blob
      ? await transport.send(
          { sha256, blob, url },
          {
            begun: (place) => uploads.put([{ ...upload, url: place }]),
            progress,
            stop: ending.signal,
          },
        )
      : fault('picture-unreadable')
    await queue.note(sha256, outcome)
    return outcome
  }

  function failWith(reason: Fault): void {
    if (ending.signal.aborted) return
    failures += 1
    const delay = retryDelayMs(failures, ports.chance())
    const retryAt = new Date(clock.now().getTime() + delay).toISOString()
    show({ activity: { kind: 'failed', fault: reason, retryAt } })
    callOff = clock.after(delay, () => void post())
  }

  async function runUntilQuiet(): Promise<void> {
    do {
      again = false
      await run()
    } while (again && !ending.signal.aborted)
  }

  function post(isAsked = false): Promise<void> {
    asked ||= isAsked
    if (running) again = true
    running ??= runUntilQuiet()
      // As in the sync engine: a bug is shown and tried again.
      .catch((error: unknown) =>
        failWith(fault('server-error', { thrown: error instanceof Error ? error.name : typeof error })),
      )
      .finally(() => (running = null))
    return running
  }

  let lastReached: string | null = null
  const unsubscribe = ports.sync.subscribe((now) => {
    // Each edit changes the state; only another reply of the server is a reason to look.
    const reached = hasReached(now) ? lastAtOf(now) : null
    if (reached !== null && reached !== lastReached) void post()
    lastReached = reached
  })
  const unlisten = network.listen(() => {
    if (state.peek().activity.kind === 'held') void post()
  })

  // What waits is said before anything is sent: without a network, too.
  await look()

  return {
    state,
    onlyOnWifi,
    async setOnlyOnWifi(isOn) {
      onlyOnWifi.value = isOn
      await uploads.setOnlyOnWifi(isOn)
      await post()
    },
    sendNow: () => post(true),
    lookAgain: async () => void (await look()),
    async mayGo(sha256s) {
      const { unneeded, received } = await queue.sort(sha256s)
      const replies = await Promise.all(
        batches(received, MAX_ASKED_ATTACHMENTS).map((batch) => transport.held(batch)),
      )
      return new Set([...unneeded, ...replies.flatMap((reply) => (isFault(reply) ? [] : reply.backedUp))])
    },
    close() {
      ending.abort()
      callOff?.()
      unsubscribe()
      unlisten()
    },
  }
}

/** Surveys first: while they are on their way, or cannot go, no photo sets out. */
function hasReached({ kind }: SyncState): boolean {
  return kind === 'up-to-date' || kind === 'waiting'
}

function lastAtOf(state: SyncState): string | null {
  return state.kind === 'up-to-date' ? state.at : state.lastAt
}

function batches<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
