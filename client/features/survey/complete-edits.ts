import type { Answer, SurveyDocument } from '../../../shared/survey/document.ts'
import { acceptedInstant } from '../../../shared/survey/accepted-instant.ts'
import { readNik } from '../../../shared/population/nik.ts'
import { answerAt, entryOf, pathOf, withAnswers, type Path } from '../../../shared/survey/path.ts'
import { groupPathsOf } from '../../../shared/survey/groups.ts'
import { formOf, questionAt } from '../../../shared/survey/questionnaire.ts'
import type { Edit } from '../../ports/field-work.ts'
import { nextOrder } from './roster-order.ts'

export type Circumstances = {
  /** what the screen shows */
  readonly document: SurveyDocument
  readonly known: SurveyDocument
  /** `YYYY-MM-DD` */
  readonly visitDate: string
  readonly now: Date
  /** answers that a NIK gave since the survey was opened: another NIK may change them */
  readonly fromNik: ReadonlySet<Path>
}

export type CompletedEdits = {
  /** those that follow from the given ones, without these */
  readonly following: readonly Edit[]
  /** answers among them that a NIK gave */
  readonly fromNik: readonly Path[]
}

/**
 * What follows from a person's edits by itself: a new visit gets its time, new roster entries their place, a
 * whole NIK fills birth date and sex where nobody gave them, and of an atomic group what is no longer asked
 * goes.
 */
export function completeEdits(edits: readonly Edit[], circumstances: Circumstances): CompletedEdits {
  const given = new Set(edits.map(({ path }) => path))
  const starts = edits.flatMap((edit) => entryStart(edit, circumstances))
  const nik = edits.flatMap((edit) => nikAnswers(edit, circumstances)).filter(({ path }) => !given.has(path))
  const following = [...starts, ...nik]
  return {
    following: [...following, ...senseless([...edits, ...following], circumstances)],
    fromNik: nik.map(({ path }) => path),
  }
}

function entryStart({ path, to }: Edit, { document, known, now }: Circumstances): Edit[] {
  const id = entryOf(path)
  if (id === null || to === null) return []
  if (path.startsWith('visits/') && !document.visits[id]) {
    return [
      { path: `visits/${id}/order`, to: nextOrder(document.visits) },
      { path: `visits/${id}/at`, to: acceptedInstant(now).toISOString() },
      { path: `visits/${id}/form`, to: formOf(document) },
    ]
  }
  if (path.startsWith('families/') && document.families[id]?.order === undefined) {
    return [{ path: `families/${id}/order`, to: known.families[id]?.order ?? nextOrder(document.families) }]
  }
  return []
}

function nikAnswers({ path, to }: Edit, { document, visitDate, fromNik }: Circumstances): Edit[] {
  const id = entryOf(path)
  if (questionAt(path)?.kind !== 'nik' || typeof to !== 'string' || id === null) return []
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

/** A birth date known in part that the NIK knows whole: nothing that a person said is changed. */
function isPartOf(answer: Answer, to: Answer): boolean {
  return (
    typeof answer === 'string' && typeof to === 'string' && /^\d{4}/.test(to) && to.startsWith(`${answer}-`)
  )
}

function senseless(edits: readonly Edit[], { document, visitDate }: Circumstances): Edit[] {
  const next = withAnswers(
    document,
    edits.map(({ path, to }) => [path, to] as const),
  )
  const mates = new Set(edits.flatMap(({ path }) => groupPathsOf(path)))
  return [...mates]
    .filter((path) => {
      const isRelevant = questionAt(path)?.relevant
      const isAsked = !isRelevant || isRelevant({ document: next, entry: entryOf(path), visitDate })
      return !isAsked && answerAt(next, path) !== null
    })
    .map((path) => ({ path, to: null }))
}
