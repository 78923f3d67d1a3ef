import type { Answer, SurveyDocument } from '../../../shared/survey/document.ts'
import { acceptedInstant } from '../../../shared/survey/accepted-instant.ts'
import { readNik } from '../../../shared/population/nik.ts'
import { jakartaDate } from '../../../shared/period.ts'
import { answerAt, entryOf, pathOf, patternOf, withAnswers, type Path } from '../../../shared/survey/path.ts'
import { groupPathsOf } from '../../../shared/survey/groups.ts'
import { formOf, questionAt } from '../../../shared/survey/questionnaire.ts'
import type { Edit } from '../../ports/field-work.ts'
import { nextOrder } from './roster-order.ts'
import type { VisitDate } from '../../../shared/survey/visit-date.ts'

export type Circumstances = {
  /** what the screen shows */
  readonly document: SurveyDocument
  readonly known: SurveyDocument
  /** of what is known: the day of the list, `YYYY-MM-DD`, or the month of the register, `YYYY-MM`; may be empty */
  readonly knownAsOf: string
  /** `YYYY-MM-DD` */
  readonly visitDate: VisitDate
  readonly now: Date
  /** answers that a NIK gave since the survey was opened: another NIK may change them */
  readonly fromNik: ReadonlySet<Path>
  /** answers that went with their questions since the survey was opened: they come back with these */
  readonly takenAway: ReadonlyMap<Path, Answer>
}

export type CompletedEdits = {
  /** those that follow from the given ones, without these */
  readonly following: readonly Edit[]
  /** answers among them that a NIK gave */
  readonly fromNik: readonly Path[]
  /** what may still come back after these edits */
  readonly takenAway: ReadonlyMap<Path, Answer>
}

/**
 * What follows from a person's edits by itself: a new visit gets its time, new roster entries their place, a whole NIK
 * fills birth date and sex where nobody gave them and takes them along when it goes, words over a chosen household let
 * it go, another area lets go what lay within the one before, and of an atomic group what is no longer asked goes. A
 * slip of one tap, taken back, brings back what went with it.
 */
export function completeEdits(edits: readonly Edit[], circumstances: Circumstances): CompletedEdits {
  const given = new Set(edits.map(({ path }) => path))
  const starts = edits.flatMap((edit) => entryStart(edit, circumstances))
  const nik = edits.flatMap((edit) => nikAnswers(edit, circumstances)).filter(({ path }) => !given.has(path))
  const others = edits
    .flatMap((edit) => [...otherHousehold(edit, circumstances), ...areasWithin(edit, circumstances)])
    .filter(({ path }) => !given.has(path))
  const back = cameBack([...edits, ...starts, ...nik, ...others], circumstances)
  const following = [...starts, ...nik, ...others, ...back]
  const gone = senseless([...edits, ...following], circumstances)
  return {
    following: [...following, ...gone],
    fromNik: nik.flatMap(({ path, to }) => (to === null ? [] : [path])),
    takenAway: stillAway([...edits, ...following], gone, circumstances),
  }
}

/** Whoever gave a question another answer, or none, meant it: only the last slip comes back. */
function stillAway(
  taken: readonly Edit[],
  gone: readonly Edit[],
  { document, takenAway }: Circumstances,
): ReadonlyMap<Path, Answer> {
  const away = new Map(takenAway)
  for (const { path } of taken) away.delete(path)
  for (const { path } of gone) {
    const answer = answerAt(document, path)
    if (answer !== null) away.set(path, answer)
  }
  return away
}

function entryStart({ path, to }: Edit, { document, known, knownAsOf, now }: Circumstances): Edit[] {
  const id = entryOf(path)
  if (id === null || to === null) return []
  if (path.startsWith('visits/') && !document.visits[id]) {
    const at = acceptedInstant(now)
    return [
      { path: `visits/${id}/order`, to: nextOrder(document.visits) },
      { path: `visits/${id}/at`, to: at.toISOString() },
      // A clock that stands before what the phone was given is wrong, which the visit alone could not tell.
      ...(jakartaDate(at) < knownAsOf ? [{ path: `visits/${id}/notBefore`, to: knownAsOf }] : []),
      { path: `visits/${id}/form`, to: formOf(document) },
    ]
  }
  if (path.startsWith('families/') && document.families[id]?.order === undefined) {
    return [{ path: `families/${id}/order`, to: known.families[id]?.order ?? nextOrder(document.families) }]
  }
  return []
}

/** What a NIK says of its person; one that is withdrawn takes along what it said. */
function nikAnswers({ path, to }: Edit, { document, visitDate, fromNik }: Circumstances): Edit[] {
  const id = entryOf(path)
  if (questionAt(path)?.kind !== 'nik' || id === null) return []
  if (to === null) {
    return ['members/*/birthDate', 'members/*/sex']
      .map((given) => pathOf(given, id))
      .filter((given) => fromNik.has(given) && answerAt(document, given) !== null)
      .map((given) => ({ path: given, to: null }))
  }
  if (typeof to !== 'string') return []
  const { birthDate, sex } = readNik(to, visitDate)
  return [
    { path: pathOf('members/*/birthDate', id), to: birthDate },
    { path: pathOf('members/*/sex', id), to: sex },
  ].filter((edit) => {
    const answer = answerAt(document, edit.path)
    if (edit.to === null || edit.to === answer) return false
    return answer === null || fromNik.has(edit.path) || isPartOf(answer, edit.to)
  })
}

/** Words written over a household that was chosen mean another one. */
function otherHousehold({ path }: Edit, { document }: Circumstances): Edit[] {
  if (patternOf(path) !== 'visits/*/sameAs') return []
  const chosen = pathOf('visits/*/sameHousehold', entryOf(path))
  return answerAt(document, chosen) === null ? [] : [{ path: chosen, to: null }]
}

/** From the widest down: each is a number within the one before it. */
const AREA_LEVELS = ['location/kelurahan', 'location/rw', 'location/rt'] as const

/** RW 5 of another subdistrict is another RW. */
function areasWithin({ path, to }: Edit, { document }: Circumstances): Edit[] {
  const level = AREA_LEVELS.findIndex((each) => each === path)
  const before = answerAt(document, path)
  if (level < 0 || before === null || before === to) return []
  return AREA_LEVELS.slice(level + 1)
    .filter((within) => answerAt(document, within) !== null)
    .map((within) => ({ path: within, to: null }))
}

/** A birth date known in part that the NIK knows whole: nothing that a person said is changed. */
function isPartOf(answer: Answer, to: Answer): boolean {
  return (
    typeof answer === 'string' && typeof to === 'string' && /^\d{4}/.test(to) && to.startsWith(`${answer}-`)
  )
}

/** An answer that comes back may bring back the question of another one, so it is asked until none does. */
function cameBack(edits: readonly Edit[], circumstances: Circumstances): Edit[] {
  const { takenAway } = circumstances
  const next = after(edits, circumstances)
  const given = new Set(edits.map(({ path }) => path))
  const back = matesOf(edits).flatMap((path): Edit[] => {
    const to = takenAway.get(path)
    if (to === undefined || given.has(path) || answerAt(next, path) !== null) return []
    return isAsked(path, next, circumstances) ? [{ path, to }] : []
  })
  return back.length === 0 ? [] : [...back, ...cameBack([...edits, ...back], circumstances)]
}

function senseless(edits: readonly Edit[], circumstances: Circumstances): Edit[] {
  const next = after(edits, circumstances)
  return matesOf(edits)
    .filter((path) => answerAt(next, path) !== null && !isAsked(path, next, circumstances))
    .map((path) => ({ path, to: null }))
}

function matesOf(edits: readonly Edit[]): readonly Path[] {
  return [...new Set(edits.flatMap(({ path }) => groupPathsOf(path)))]
}

function after(edits: readonly Edit[], { document }: Circumstances): SurveyDocument {
  return withAnswers(
    document,
    edits.map(({ path, to }) => [path, to] as const),
  )
}

function isAsked(path: Path, document: SurveyDocument, { visitDate }: Circumstances): boolean {
  const isRelevant = questionAt(path)?.relevant
  return !isRelevant || isRelevant({ document, entry: entryOf(path), visitDate })
}
