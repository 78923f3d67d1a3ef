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

/** What one touch or key changed: taken whole or not at all, for half a family that moved is two wrong ones. */
type Act = ReadonlyMap<Path, Answer | null>

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
  let unsaved: readonly Act[] = []
  let typing: Path | null = null
  let running: Promise<void> | null = null
  let callOff = () => {}

  function take(edits: readonly Edit[], shown: readonly (readonly [Path, Answer | null])[]): void {
    if (edits.length > 0) unsaved = withAct(unsaved, new Map(edits.map(({ path, to }) => [path, to])))
    batch(() => {
      inHand.value = new Map([...inHand.peek(), ...shown])
      state.value = { kind: 'saving' }
    })
  }

  function letGo(saved: Iterable<Path>): void {
    const next = new Map(inHand.peek())
    for (const path of saved) if (path !== typing && !unsaved.some((act) => act.has(path))) next.delete(path)
    if (next.size !== inHand.peek().size) inHand.value = next
  }

  async function saveAll(): Promise<void> {
    let refused: readonly Act[] = []
    const putBack = (acts: readonly Act[]) => {
      unsaved = [...refused, ...acts, ...unsaved].reduce<readonly Act[]>(withAct, [])
    }
    while (unsaved.length > 0) {
      const acts = unsaved
      unsaved = []
      refused = refused.filter((act) => !acts.some((later) => isOver(later, act)))
      const outcome = await saveWhatGoes(acts)
      if (isFault(outcome)) {
        putBack(acts)
        state.value = { kind: 'failed', fault: outcome }
        return
      }
      refused = [...refused, ...outcome]
      const taken = acts.flatMap((act) => [...act.keys()])
      letGo(taken.filter((path) => !refused.some((act) => act.has(path))))
    }
    putBack([])
    state.value = refused.length > 0 ? { kind: 'failed', fault: fault('save-failed') } : { kind: 'saved' }
  }

  /** @returns those that were not taken: one that the questionnaire refuses holds no other back, and is never cut apart */
  async function saveWhatGoes(acts: readonly Act[]): Promise<readonly Act[] | Fault> {
    try {
      const outcome = await save(together(acts))
      return isFault(outcome) ? outcome : []
    } catch (error) {
      if (acts.length === 1) {
        report(error)
        return acts
      }
    }
    const refused: Act[] = []
    for (const act of acts) {
      const outcome = await saveWhatGoes([act])
      if (isFault(outcome)) return outcome
      refused.push(...outcome)
    }
    return refused
  }

  async function flush(): Promise<void> {
    callOff()
    if (unsaved.length === 0 && !running) return
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

/** After it, nothing of an act before it would stand. */
function isOver(later: Act, before: Act): boolean {
  return [...before.keys()].every((path) => later.has(path))
}

function withAct(acts: readonly Act[], act: Act): readonly Act[] {
  return [...acts.filter((before) => !isOver(act, before)), act]
}

function together(acts: readonly Act[]): readonly Edit[] {
  return [...new Map(acts.flatMap((act) => [...act]))].map(([path, to]) => ({ path, to }))
}
