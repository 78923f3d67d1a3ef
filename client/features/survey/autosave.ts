import { batch, signal, type ReadonlySignal } from '@preact/signals'
import { fault, isFault, type Fault } from '../../../shared/faults.ts'
import type { Answer } from '../../../shared/survey/document.ts'
import type { Path } from '../../../shared/survey/path.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Edit } from '../../ports/field-work.ts'

export type SaveState =
  /** all of it is durable */
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** something was not taken; it stays in hand, on the screen, and is tried again with the next save */
  | { readonly kind: 'failed'; readonly fault: Fault }

/** Answers on their way to the disk. */
export type Autosave = {
  readonly state: ReadonlySignal<SaveState>
  /** what the screen shows over the saved answers, as typed; null is an emptied field */
  readonly inHand: ReadonlySignal<ReadonlyMap<Path, Answer | null>>
  /** Takes what stands in a field that is being typed in, and edits that follow from it. */
  readonly type: (path: Path, typed: Answer | null, following: readonly Edit[]) => void
  /** Takes edits that are whole, and saves at once. */
  readonly choose: (edits: readonly Edit[]) => void
  /** No field is being typed in any more. */
  readonly leave: () => Promise<void>
  /** Saves now whatever waits; resolves when the disk has it, or could not take it. */
  readonly flush: () => Promise<void>
}

/** After the last key. */
export const PAUSE_MS = 300

/**
 * Saves what is typed after a short pause, and everything else at once; one save at a time, in order. Text is
 * saved without blanks at its ends, but stays on the screen as typed while its field is in hand.
 * @param report hears what a save threw
 */
export function createAutosave(
  save: (edits: readonly Edit[]) => Promise<'saved' | Fault>,
  clock: Pick<Clock, 'after'>,
  report: (error: unknown) => void,
): Autosave {
  const state = signal<SaveState>({ kind: 'saved' })
  const inHand = signal<ReadonlyMap<Path, Answer | null>>(new Map())
  let unsaved = new Map<Path, Answer | null>()
  let typing: Path | null = null
  let running: Promise<void> | null = null
  let callOff = () => {}

  function take(edits: readonly Edit[], shown: readonly (readonly [Path, Answer | null])[]): void {
    for (const { path, to } of edits) unsaved.set(path, to)
    batch(() => {
      inHand.value = new Map([...inHand.peek(), ...shown])
      state.value = { kind: 'saving' }
    })
  }

  function letGo(saved: Iterable<Path>): void {
    const next = new Map(inHand.peek())
    for (const path of saved) if (path !== typing && !unsaved.has(path)) next.delete(path)
    if (next.size !== inHand.peek().size) inHand.value = next
  }

  async function saveAll(): Promise<void> {
    const refused = new Map<Path, Answer | null>()
    const putBack = (edits: readonly Edit[]) => {
      unsaved = new Map([...refused, ...edits.map(({ path, to }) => [path, to] as const), ...unsaved])
    }
    while (unsaved.size > 0) {
      const edits = [...unsaved].map(([path, to]) => ({ path, to }))
      unsaved = new Map()
      for (const { path } of edits) refused.delete(path)
      const outcome = await saveWhatGoes(edits)
      if (isFault(outcome)) {
        putBack(edits)
        state.value = { kind: 'failed', fault: outcome }
        return
      }
      for (const { path, to } of outcome) refused.set(path, to)
      letGo(edits.map(({ path }) => path).filter((path) => !refused.has(path)))
    }
    putBack([])
    state.value = refused.size > 0 ? { kind: 'failed', fault: fault('save-failed') } : { kind: 'saved' }
  }

  /** @returns those that were not taken: one that the questionnaire refuses holds no other back */
  async function saveWhatGoes(edits: readonly Edit[]): Promise<readonly Edit[] | Fault> {
    try {
      const outcome = await save(edits)
      return isFault(outcome) ? outcome : []
    } catch (error) {
      const [only, ...others] = edits
      if (only && others.length === 0) {
        report(error)
        return [only]
      }
    }
    const refused: Edit[] = []
    for (const edit of edits) {
      const outcome = await saveWhatGoes([edit])
      if (isFault(outcome)) return outcome
      refused.push(...outcome)
    }
    return refused
  }

  async function flush(): Promise<void> {
    callOff()
    if (unsaved.size === 0 && !running) return
    running ??= saveAll().finally(() => {
      running = null
    })
    await running
  }

  return {
    state,
    inHand,
    type(path, typed, following) {
      typing = path
      const to = typeof typed === 'string' ? typed.trim() || null : typed
      take(
        [{ path, to }, ...following],
        [[path, typed], ...following.map((edit) => [edit.path, edit.to] as const)],
      )
      callOff()
      callOff = clock.after(PAUSE_MS, () => void flush())
    },
    choose(edits) {
      take(
        edits,
        edits.map(({ path, to }) => [path, to] as const),
      )
      void flush()
    },
    async leave() {
      const left = typing
      typing = null
      await flush()
      if (left !== null) letGo([left])
    },
    flush,
  }
}
