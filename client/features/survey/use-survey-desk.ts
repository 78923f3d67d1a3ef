import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Area } from '../../../shared/population/area.ts'
import type { Answer } from '../../../shared/survey/document.ts'
import { findingsOf, type Finding } from '../../../shared/review/findings.ts'
import { answerAt, withAnswers, type Path } from '../../../shared/survey/path.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Edit, FieldWork, SurveyView } from '../../ports/field-work.ts'
import type { QuestionDesk } from '../../questions/question-desk.ts'
import { createAutosave, type Autosave } from './autosave.ts'
import { completeEdits } from './complete-edits.ts'

export type SurveyDesk = {
  readonly desk: QuestionDesk
  readonly autosave: Autosave
  /** something stands on the screen that makes no answer, and so is not saved */
  readonly holdsBack: boolean
  /** of what the screen shows, what is in hand included */
  readonly findings: readonly Finding[]
}

/**
 * The desk of an open survey. What is in hand is saved when the page is hidden or the survey is left.
 * @param saysMissing whether questions not yet reached may say that they lack an answer
 */
export function useSurveyDesk(
  { work, clock }: { readonly work: FieldWork; readonly clock: Clock },
  view: SurveyView,
  saysMissing: boolean,
): SurveyDesk {
  const { household, record, known, visitDate, conflicts } = view
  const autosave = useMemo(
    () => createAutosave((edits) => work.answer(household, edits), clock, reportError),
    [work, household, clock],
  )
  const [typing, setTyping] = useState<Path | null>(null)
  const [left, setLeft] = useState<ReadonlySet<Path>>(new Set())
  const [held, setHeld] = useState<ReadonlySet<Path>>(new Set())
  const [fromNik, setFromNik] = useState<ReadonlySet<Path>>(new Set())
  const [takenAway, setTakenAway] = useState<ReadonlyMap<Path, Answer>>(new Map())
  useEffect(() => saveOnHiding(autosave), [autosave])

  const inHand = autosave.inHand.value
  const document = useMemo(
    () =>
      inHand.size === 0
        ? view.document
        : withAnswers(
            view.document,
            [...inHand].map(([path, to]) => [path, blankToNull(to)] as const),
          ),
    [view.document, inHand],
  )
  const findings = useMemo(
    () => [
      ...(document === view.document ? view.findings : findingsOf(document, known, visitDate)),
      ...work.nikFindings(household, document),
    ],
    [work, household, document, view, known, visitDate],
  )
  const areas = useMemo(() => areasOf(work), [work])

  const complete = (edits: readonly Edit[]) => {
    const completed = completeEdits(edits, {
      document,
      known,
      visitDate,
      now: clock.now(),
      fromNik,
      takenAway,
    })
    const given = edits.map(({ path }) => path)
    setFromNik(new Set([...[...fromNik].filter((path) => !given.includes(path)), ...completed.fromNik]))
    setTakenAway(completed.takenAway)
    return completed.following
  }

  const desk: QuestionDesk = {
    document,
    record,
    visitDate,
    areas,
    conflicts,
    fromNik,
    valueOf: (path) => (inHand.has(path) ? (inHand.get(path) ?? null) : answerAt(document, path)),
    messagesOf: (path) => {
      if (path === typing) return {}
      const said = findings.filter(
        (finding) => finding.path === path && (finding.kind === 'check' || saysMissing || left.has(path)),
      )
      const error = said.find(({ level }) => level === 'error')
      const warning = said.find(({ level }) => level === 'warning')
      return { ...(error && { error: error.text }), ...(warning && { warning: warning.text }) }
    },
    type: (path, typed) => {
      setTyping(path)
      autosave.type(path, typed, complete([{ path, to: blankToNull(typed) }]))
    },
    choose: (edits) => autosave.choose([...edits, ...complete(edits)]),
    hold: (path, isHeld) =>
      setHeld((before) => {
        const others = [...before].filter((each) => each !== path)
        return new Set(isHeld ? [...others, path] : others)
      }),
    leave: (path) => {
      setTyping(null)
      setLeft((before) => (before.has(path) ? before : new Set([...before, path])))
      void autosave.leave()
    },
  }
  return { desk, autosave, holdsBack: held.size > 0, findings }
}

function blankToNull(answer: Answer | null): Answer | null {
  if (typeof answer !== 'string') return answer
  return answer.trim() === '' ? null : answer.trim()
}

function saveOnHiding({ flush }: Autosave): () => void {
  const save = () => void flush()
  // Phones kill hidden pages without a further word.
  addEventListener('pagehide', save)
  document.addEventListener('visibilitychange', save)
  return () => {
    removeEventListener('pagehide', save)
    document.removeEventListener('visibilitychange', save)
    save()
  }
}

function areasOf(work: FieldWork): readonly Area[] {
  const areas = [...work.households.peek().values()].map(({ area }) => area)
  return [...new Map(areas.map((area) => [`${area.kelurahan}/${area.rw}/${area.rt}`, area])).values()]
}
