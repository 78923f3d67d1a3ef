import { EMPTY_DOCUMENT, lastVisit, type Answer, type SurveyDocument } from '../survey/document.ts'
import { visitDateOf } from '../survey/visit-date.ts'
import { answersOf, documentOf, entryOf, type Path } from '../survey/path.ts'
import { knownAfterJoins } from '../survey/families.ts'
import { groupPathsOf } from '../survey/groups.ts'
import { questionAt } from '../survey/questionnaire.ts'
import { isCompletedVisit } from '../survey/rules.ts'
import { POSITION_NOT_WANTED } from '../survey/sections/location.ts'
import { familiesOf, type KnownHousehold, type RegisterHousehold } from './household.ts'

/** Reasons that say nothing about the number itself; `belum_punya` does. */
const NIK_NOT_SEEN: readonly Answer[] = ['dokumen_hilang', 'tidak_ditunjukkan']

/** What stays with its survey: in the register pictures would pile up, where nobody can delete them. */
const PARTS_OF_THE_VISIT: readonly string[] = ['visits', 'attachments', 'confirmations']

/** Tells of one visit alone: who was told then and signed, and why nobody could measure then. */
const OF_THE_VISIT: readonly Path[] = [
  'notice/how',
  'notice/to',
  'notice/signature',
  'location/positionMissing',
]

type Answers = Map<Path, Answer>

/**
 * Lays an approved survey over what was known of its household. Pure, and the same bytes when run again on its
 * own result. Rules [F1] to [F8] of SPEC.md.
 * @param known null where neither the register nor the list knows the household
 */
export function foldHousehold(known: KnownHousehold | null, survey: SurveyDocument): RegisterHousehold {
  const before = known?.document ?? EMPTY_DOCUMENT
  const taken = isCompletedVisit({ document: survey })
    ? relevantOf(overlay(knownAfterJoins(survey, before), survey))
    : kept(before, survey)
  return { document: canonical(withoutDeparted(taken, before)), ...stateAfter(known, survey) }
}

/** Rule [F7]: what the last visit's result makes of the household. */
function stateAfter(
  known: KnownHousehold | null,
  survey: SurveyDocument,
): Pick<RegisterHousehold, 'state' | 'goneReason'> {
  const result = lastVisit(survey)?.[1].result
  switch (result) {
    case 'selesai':
      return { state: 'present', goneReason: null }
    case 'pindah':
    case 'ganda':
    case 'bagian_rumah_tangga_lain':
      return { state: 'gone', goneReason: result }
    default:
      return known === null || known.state === 'listed'
        ? { state: 'unconfirmed', goneReason: null }
        : { state: known.state, goneReason: known.goneReason }
  }
}

/** Rule [F6]: of a visit that was not completed only the place is taken. */
function kept(before: SurveyDocument, survey: SurveyDocument): Answers {
  return new Map([...answersOf(before), ...answersOf({ ...EMPTY_DOCUMENT, location: survey.location })])
}

/** Rules [F1] to [F3]. */
function overlay(before: SurveyDocument, survey: SurveyDocument): Answers {
  const merged = new Map(answersOf({ ...before, visits: {} }))
  const answered = answersOf(survey)
  for (const [path, answer] of answered) {
    if (isUnseenNik(path, answer, answered, merged)) continue
    if (path === 'location/positionMissing' && answer !== POSITION_NOT_WANTED) continue
    const siblings = questionAt(path)?.group === undefined ? [] : groupPathsOf(path)
    for (const sibling of siblings) if (!answered.has(sibling)) merged.delete(sibling)
    merged.set(path, answer)
  }
  // An entry that the survey names stands or leaves as the survey says.
  for (const path of answered.keys()) {
    const [part = '', id = ''] = path.split('/')
    if (entryOf(path) !== null && !answered.has(`${part}/${id}/removed`))
      merged.delete(`${part}/${id}/removed`)
  }
  return merged
}

function isUnseenNik(path: Path, answer: Answer, answered: Answers, merged: Answers): boolean {
  if (!path.endsWith('/nikMissing') || !NIK_NOT_SEEN.includes(answer)) return false
  const nik = path.replace('/nikMissing', '/nik')
  return !answered.has(nik) && merged.has(nik)
}

/** Rule [F5]. An answer that goes may take the sense of another with it, so it is asked until nothing goes. */
function relevantOf(answers: Answers): Answers {
  const document = documentOf(answers)
  const visitDate = visitDateOf(document, null)
  const relevant = new Map(
    [...answers].filter(([path]) => {
      const isRelevant = questionAt(path)?.relevant
      return !isRelevant || isRelevant({ document, entry: entryOf(path), visitDate })
    }),
  )
  return relevant.size === answers.size ? relevant : relevantOf(relevant)
}

/** Rule [F4]: who and what left, and what is about the visits alone, which stays with their survey. */
function withoutDeparted(answers: Answers, before: SurveyDocument): Answers {
  const document = documentOf(answers)
  const families = new Set(familiesOf(document).map(({ id }) => id))
  const isThere = (subject: string) => {
    const [kind, id = ''] = subject.split(':')
    if (kind === 'member') return document.members[id] !== undefined && !document.members[id].removed
    return kind !== 'family' || families.has(id)
  }
  return new Map(
    [...answers].filter(([path]) => {
      const [part = '', id = ''] = path.split('/')
      if (PARTS_OF_THE_VISIT.includes(part) || OF_THE_VISIT.includes(path)) return false
      if (part === 'families') return !document.families[id]?.removed
      if (part === 'members') return !document.members[id]?.removed || before.members[id] !== undefined
      if (part !== 'problems') return true
      const problem = document.problems[id]
      return !problem?.removed && isThere(problem?.subject ?? 'household')
    }),
  )
}

/** One order of keys and of lists for equal answers, so that equal households have equal bytes. */
function canonical(answers: Answers): SurveyDocument {
  const sorted = [...answers].sort(([a], [b]) => (a < b ? -1 : 1))
  return documentOf(sorted.map(([path, answer]) => [path, isList(answer) ? [...answer].sort() : answer]))
}

function isList(answer: Answer): answer is readonly string[] {
  return Array.isArray(answer)
}
