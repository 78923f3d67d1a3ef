import { entriesOf, type FamilyAnswers, type SurveyDocument } from '../../../shared/survey/document.ts'
import { answerAt } from '../../../shared/survey/path.ts'
import type { Edit } from '../../ports/field-work.ts'
import { familyStart, firstFamily } from './family-start.ts'
import { memberLines, type MemberLine } from './member-edits.ts'
import { nextOrder } from './roster-order.ts'

/** The people of one family card in the house. */
export type FamilyLines = {
  readonly id: string
  /** the answers, and what is known where there are none */
  readonly family: FamilyAnswers
  /** removed ones too, in their order */
  readonly lines: readonly MemberLine[]
  /** somebody lives here, or may: not yet settled */
  readonly isInhabited: boolean
  /** of the head, else of the first who lives here */
  readonly name: string | undefined
}

/**
 * The families of a household with their people, each person in one of them: who names no family stands with the
 * first. A family that was joined into another is left out, unless somebody is in it again; other removed ones stay.
 */
export function familyLines(document: SurveyDocument, known: SurveyDocument): readonly FamilyLines[] {
  const ids = new Set([...Object.keys(known.families), ...Object.keys(document.families)])
  const first = firstFamily(document, known)
  const linesOf = new Map<string, MemberLine[]>()
  for (const line of memberLines(document, known)) {
    const family = line.member.family ?? first
    if (family === null) continue
    ids.add(family)
    linesOf.set(family, [...(linesOf.get(family) ?? []), line])
  }
  return [...ids]
    .map((id) => familyOf(id, linesOf.get(id) ?? [], document, known))
    .filter(({ family, lines, isInhabited }) => {
      if (isInhabited || family.removed === undefined) return true
      return family.removed !== 'digabung' && (lines.length > 0 || family.kk !== undefined)
    })
    .sort((a, b) => (a.family.order ?? Infinity) - (b.family.order ?? Infinity) || (a.id < b.id ? -1 : 1))
}

function familyOf(
  id: string,
  lines: readonly MemberLine[],
  document: SurveyDocument,
  known: SurveyDocument,
): FamilyLines {
  const here = lines.filter(({ standing }) => standing !== 'removed')
  const head = here.find(({ member }) => member.relationship === 'kepala') ?? here[0] ?? lines[0]
  return {
    id,
    family: { ...known.families[id], ...document.families[id] },
    lines,
    isInhabited: here.length > 0,
    name: head?.member.name,
  }
}

/**
 * Moves a settled member to another family, which may be new. What they are to its head has to be asked again. The
 * last one to leave takes the family along.
 * @returns no edits where nobody would stay and the family is new: it would be the same one without its card
 */
export function moveMember(
  id: string,
  to: string,
  document: SurveyDocument,
  known: SurveyDocument,
): readonly Edit[] {
  const families = familyLines(document, known)
  const from = families.find(({ lines }) => lines.some((line) => line.id === id))
  if (!from || from.id === to) return []
  if (isLastOf(from, id)) {
    return families.some((family) => family.id === to) ? joinFamilies(from.id, to, document, known) : []
  }
  return [...familyStart(to, document, known), ...memberMoves(id, to, document)]
}

/** Nobody of the family would stay without this member. */
export function isLastOf({ lines }: FamilyLines, member: string): boolean {
  return lines.every((line) => line.id === member || line.standing === 'removed')
}

/** Why two families can't be joined yet: somebody of the one that ends is not settled. */
export function mayEnd({ lines }: FamilyLines): boolean {
  return lines.every(({ standing }) => standing !== 'unsettled')
}

/**
 * Joins a family into another: all its people go there, removed ones too, its problems and what help it gets; it keeps
 * its card. What was known of its problems goes by itself: `knownAfterJoins`.
 * @returns no edits where somebody of it is not settled: a move would be an answer that nobody gave
 */
export function joinFamilies(
  from: string,
  into: string,
  document: SurveyDocument,
  known: SurveyDocument,
): readonly Edit[] {
  const ending = familyLines(document, known).find(({ id }) => id === from)
  if (!ending || !mayEnd(ending) || from === into) return []
  return [
    ...familyStart(into, document, known),
    ...ending.lines.flatMap(({ id }) => memberMoves(id, into, document)),
    ...entriesOf(document.problems).flatMap(([id, { subject }]) =>
      subject === `family:${from}` ? [{ path: `problems/${id}/subject`, to: `family:${into}` }] : [],
    ),
    ...(document.families[from]?.order === undefined
      ? [{ path: `families/${from}/order`, to: ending.family.order ?? nextOrder(document.families) }]
      : []),
    ...joinedAid(from, into, document),
    { path: `families/${from}/removed`, to: 'digabung' },
  ]
}

/** What either of them got is got by both together; that one of them got none says nothing of the other. */
function joinedAid(from: string, into: string, document: SurveyDocument): readonly Edit[] {
  const isReal = (key: string) => key !== 'tidak_ada'
  const brought = (document.families[from]?.aid ?? []).filter(isReal)
  const had = (document.families[into]?.aid ?? []).filter(isReal)
  const more = brought.filter((key) => !had.includes(key))
  return more.length === 0 ? [] : [{ path: `families/${into}/aid`, to: [...had, ...more] }]
}

function memberMoves(id: string, to: string, document: SurveyDocument): readonly Edit[] {
  const asksAgain = document.members[id]?.relationship !== undefined
  return [
    { path: `members/${id}/family`, to },
    ...(asksAgain ? [{ path: `members/${id}/relationship`, to: null }] : []),
  ]
}

/** What takes edits back. @param document as it was before them */
export function undoOf(edits: readonly Edit[], document: SurveyDocument): readonly Edit[] {
  return edits.map(({ path }) => ({ path, to: answerAt(document, path) }))
}
