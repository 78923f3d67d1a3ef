import { batch, computed, signal, type ReadonlySignal } from '@preact/signals'
import type { Area } from '../../../shared/population/area.ts'
import { findingsOf, type Finding } from '../../../shared/review/findings.ts'
import { entriesOf, type Answer, type SurveyDocument } from '../../../shared/survey/document.ts'
import { knownAfterJoins } from '../../../shared/survey/families.ts'
import { answerAt, entryOf, withAnswers, type Path } from '../../../shared/survey/path.ts'
import { isOptional } from '../../../shared/survey/question.ts'
import { questionAt } from '../../../shared/survey/questionnaire.ts'
import { isCompletedVisit } from '../../../shared/survey/rules.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Edit, FieldWork, SurveyView } from '../../ports/field-work.ts'
import { withHalfTyped } from '../../fieldwork/half-typed-findings.ts'
import type { HalfTyped } from '../../ports/half-typed.ts'
import type { QuestionDesk, Standing } from '../../questions/question-desk.ts'
import { isSameData, steady } from '../../ui/steady.ts'
import type { Autosave } from './autosave.ts'
import { completeEdits } from './complete-edits.ts'
import type { ParadataRecorder } from './paradata-recorder.ts'

export type SurveyDesk = QuestionDesk & {
  /** questions in whose fields something stands that makes no answer, and so is not saved */
  readonly unread: readonly Path[]
  /** From now on questions not yet reached say that they lack an answer, too. */
  readonly sayMissing: () => void
  /** Looks once more for this household's numbers among all others, which a sync may have changed meanwhile. */
  readonly lookAgain: () => void
}

type Ports = {
  readonly work: FieldWork
  readonly clock: Pick<Clock, 'now'>
  readonly autosave: Autosave
  /** hears of what is answered before it is taken */
  readonly recorder: Pick<ParadataRecorder, 'typed' | 'chose' | 'left'>
}

const NOT_ASKED: Standing = { isAsked: false, isRequired: false, isOptional: true }

/**
 * The desk of an open survey, over what the device holds of it.
 * @param halfTyped what stood half typed when it was left
 */
export function createSurveyDesk(
  { work, clock, autosave, recorder }: Ports,
  opened: SurveyView,
  halfTyped: HalfTyped,
): SurveyDesk {
  const { household } = opened
  const current = work.survey(household)
  // The household may leave the device while its screen is still there.
  let last = opened
  const view = computed(() => (last = current.value ?? last))
  const typing = signal<Path | null>(null)
  const left = signal<ReadonlySet<Path>>(new Set())
  const held = signal(halfTyped)
  const fromNik = signal<ReadonlySet<Path>>(new Set())
  const saysMissing = signal<ReadonlySet<string> | null>(null)
  const lookedAgain = signal(0)
  let takenAway: ReadonlyMap<Path, Answer> = new Map()

  const document = steady(() => {
    const inHand = [...autosave.inHand.value].map(([path, to]) => [path, blankToNull(to)] as const)
    return inHand.length === 0 ? view.value.document : withAnswers(view.value.document, inHand)
  }, isSameData)
  // A family's problems that were known go with it, as soon as it is joined into another.
  const record = steady(() => {
    const { record: listed } = view.value
    return { ...listed, known: knownAfterJoins(document.value, listed.known) }
  }, isSameData)
  const visitDate = computed(() => view.value.visitDate)
  const conflicts = steady(() => view.value.conflicts, isSameData)
  const areas = computed(() => areasOf(work))

  const numbers = steady(
    () => ({
      isMet: isCompletedVisit({ document: document.value }),
      niks: entriesOf(document.value.members).map(([id, { nik }]) => [id, nik]),
      confirmations: document.value.confirmations ?? null,
    }),
    isSameData,
  )
  // To look for them among all households takes longer than all else that is found, and few answers are numbers.
  const elsewhere = computed(() => {
    void numbers.value
    void lookedAgain.value
    return work.nikFindings(household, document.peek())
  })
  const findings = steady(
    () =>
      withHalfTyped(
        [...findingsOf(document.value, record.value.known, visitDate.value), ...elsewhere.value],
        held.value,
        document.value,
        visitDate.value,
      ),
    isSameData,
  )
  const findingsByPath = computed(() => {
    const byPath = new Map<Path, Finding[]>()
    for (const finding of findings.value) {
      const others = byPath.get(finding.path)
      if (others) others.push(finding)
      else byPath.set(finding.path, [finding])
    }
    return byPath
  })

  const answerOf = perPath((path) => answerAt(document.value, path))
  const valueOf = perPath((path) => {
    const inHand = autosave.inHand.value
    return inHand.has(path) ? (inHand.get(path) ?? null) : answerOf(path)
  })
  const standingOf = perPath((path): Standing => {
    const question = questionAt(path)
    const scope = { document: document.value, entry: entryOf(path), visitDate: visitDate.value }
    if (!question || (question.relevant && !question.relevant(scope))) return NOT_ASKED
    return {
      isAsked: true,
      isRequired: question.required?.(scope) ?? false,
      isOptional: isOptional(question, scope),
    }
  })
  const messagesOf = perPath((path): ReturnType<QuestionDesk['messagesOf']> => {
    if (path === typing.value) return {}
    const entry = entryOf(path)
    const wasLookedOver = saysMissing.value !== null && (entry === null || saysMissing.value.has(entry))
    const mayLack = wasLookedOver || left.value.has(path)
    const said = (findingsByPath.value.get(path) ?? []).filter(({ kind }) => kind === 'check' || mayLack)
    const error = said.find(({ level }) => level === 'error')
    const warning = said.find(({ level }) => level === 'warning')
    return { ...(error && { error: error.text }), ...(warning && { warning: warning.text }) }
  })

  function complete(edits: readonly Edit[]): readonly Edit[] {
    const completed = completeEdits(edits, {
      document: document.peek(),
      known: record.peek().known,
      knownAsOf: record.peek().asOf,
      visitDate: visitDate.peek(),
      now: clock.now(),
      fromNik: fromNik.peek(),
      takenAway,
    })
    const given = edits.map(({ path }) => path)
    const emptied = new Set(completed.following.flatMap(({ path, to }) => (to === null ? [path] : [])))
    const filled = new Set([
      ...[...fromNik.peek()].filter((path) => !given.includes(path) && !emptied.has(path)),
      ...completed.fromNik,
    ])
    if (filled.size > 0 || fromNik.peek().size > 0) fromNik.value = filled
    takenAway = completed.takenAway
    return completed.following
  }

  return {
    get document() {
      return document.value
    },
    get record() {
      return record.value
    },
    get visitDate() {
      return visitDate.value
    },
    get areas() {
      return areas.value
    },
    get conflicts() {
      return conflicts.value
    },
    get fromNik() {
      return fromNik.value
    },
    get findings() {
      return findings.value
    },
    get unread() {
      return findings.value.flatMap(({ key, path }) => (key === 'half-typed' ? [path] : []))
    },
    answerOf,
    valueOf,
    standingOf,
    messagesOf,
    lookAgain() {
      lookedAgain.value += 1
    },
    sayMissing() {
      saysMissing.value = entryIdsOf(document.peek())
    },
    type: (path, typed) =>
      batch(() => {
        recorder.typed(path, document.peek())
        typing.value = path
        autosave.type(path, typed, complete([{ path, to: blankToNull(typed) }]))
      }),
    choose: (edits) =>
      batch(() => {
        recorder.chose(edits, document.peek())
        autosave.choose([...edits, ...complete(edits)])
      }),
    hold: (path, typed) => {
      const { [path]: before = null, ...others } = held.peek()
      if (before === typed) return
      batch(() => {
        if (typed !== null) typing.value = path
        held.value = typed === null ? others : { ...others, [path]: typed }
      })
      void work.answer(household, [], held.value)
    },
    heldAt: (path) => held.peek()[path] ?? null,
    leave: (path) => {
      recorder.left()
      // What is in hand goes to the disk first: the screen can wait for it, the answer cannot.
      void autosave.leave()
      batch(() => {
        typing.value = null
        if (!left.peek().has(path)) left.value = new Set([...left.peek(), path])
      })
    },
  }
}

/** All people, families and problems that are there. */
function entryIdsOf({ members, families, problems, visits }: SurveyDocument): ReadonlySet<string> {
  return new Set([members, families, problems, visits].flatMap((roster) => Object.keys(roster)))
}

/** One signal for each path that was ever asked for. */
function perPath<Value>(work: (path: Path) => Value): (path: Path) => Value {
  const signals = new Map<Path, ReadonlySignal<Value>>()
  return (path) => {
    const found = signals.get(path) ?? steady(() => work(path), isSameData)
    signals.set(path, found)
    return found.value
  }
}

function blankToNull(answer: Answer | null): Answer | null {
  if (typeof answer !== 'string') return answer
  return answer.trim() === '' ? null : answer.trim()
}

function areasOf(work: FieldWork): readonly Area[] {
  const areas = [...work.households.peek().values()].map(({ area }) => area)
  return [...new Map(areas.map((area) => [`${area.kelurahan}/${area.rw}/${area.rt}`, area])).values()]
}
