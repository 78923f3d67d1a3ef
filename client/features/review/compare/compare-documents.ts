import { foldHousehold } from '../../../../shared/register/fold.ts'
import {
  EMPTY_DOCUMENT,
  type Answer,
  type RosterName,
  type SurveyDocument,
} from '../../../../shared/survey/document.ts'
import { answerAt, pathOf, sameAnswer, type Path } from '../../../../shared/survey/path.ts'
import type { Question } from '../../../../shared/survey/question.ts'
import { SECTIONS } from '../../../../shared/survey/questionnaire.ts'

/** `unsettled`: what was known was neither confirmed nor changed by the survey, so it stands as it was. */
export type Difference = 'changed' | 'added' | 'gone' | 'unsettled' | 'same'

/** One answer as it was known and as it was surveyed; null stands for no answer. */
export type AnswerDifference = {
  readonly path: Path
  readonly question: Question
  readonly kind: Difference
  readonly before: Answer | null
  readonly after: Answer | null
}

/** A family, member or problem on both sides, matched by id. */
export type EntryDifference = {
  readonly id: string
  readonly kind: Difference
  /** why it was removed; null where it was not */
  readonly reason: Answer | null
  /** in the questionnaire's order, without order keys and without what nobody answered */
  readonly answers: readonly AnswerDifference[]
}

/** Parts of a document that are no rosters. */
const PLAIN_PARTS = ['location', 'dwelling', 'assets', 'economy'] as const
type PlainPart = (typeof PLAIN_PARTS)[number]

export type Comparison = { readonly [Part in PlainPart]: readonly AnswerDifference[] } & {
  /** how the privacy notice was given and signed: of the visit, so never counted as a difference */
  readonly notice: readonly AnswerDifference[]
  readonly families: readonly EntryDifference[]
  readonly members: readonly EntryDifference[]
  readonly problems: readonly EntryDifference[]
}

const NEVER_COMPARED: readonly Question['kind'][] = ['order', 'version', 'token', 'note']

const QUESTIONS = SECTIONS.flatMap((section) => section.questions)

/** What differs comes first, in this order; within one kind the household's own order stays. */
const RANK: Readonly<Record<Difference, number>> = { changed: 0, added: 1, gone: 2, unsettled: 3, same: 4 }

/**
 * A survey beside what was known of the household. Entries of rosters are matched by their ids, never by their
 * place; answers that this questionnaire does not know are left out.
 * @param known the register's or the ministry's record; null for a household that nobody knew
 */
export function compareDocuments(known: SurveyDocument | null, document: SurveyDocument): Comparison {
  const before = known ?? EMPTY_DOCUMENT
  const isKept = keptBy(known, document)
  const part = (name: string) =>
    differencesFirst(answersIn(before, document, `${name}/`, null, () => 'unsettled'))
  const roster = (name: RosterName) => compareEntries(known, document, name, isKept)
  return {
    location: part('location'),
    dwelling: part('dwelling'),
    assets: part('assets'),
    economy: part('economy'),
    notice: part('notice'),
    families: roster('families'),
    members: roster('members'),
    problems: roster('problems'),
  }
}

/** The entries of one roster on both sides, differing ones first, else in the household's own order. */
export function compareEntries(
  known: SurveyDocument | null,
  after: SurveyDocument,
  name: RosterName,
  isKept = keptBy(known, after),
): readonly EntryDifference[] {
  const before = known ?? EMPTY_DOCUMENT
  const orderOf = (id: string) =>
    answerAt(after, `${name}/${id}/order`) ?? answerAt(before, `${name}/${id}/order`)
  const ids = [...new Set([...Object.keys(after[name] ?? {}), ...Object.keys(before[name] ?? {})])]
    .filter((id) => answerAt(before, `${name}/${id}/removed`) === null)
    .sort((a, b) => Number(orderOf(a) ?? Infinity) - Number(orderOf(b) ?? Infinity) || (a < b ? -1 : 1))
  return differencesFirst(ids.map((id) => compareEntry(before, after, name, id, isKept)))
}

function compareEntry(
  before: SurveyDocument,
  after: SurveyDocument,
  name: RosterName,
  id: string,
  isKept: (path: Path) => boolean,
): EntryDifference {
  const wasKnown = Object.hasOwn(before[name] ?? {}, id)
  const isSettled = Object.hasOwn(after[name] ?? {}, id)
  const reason = answerAt(after, `${name}/${id}/removed`)
  const isGone = reason !== null
  const mayGo = isSettled && !isGone
  const answers = answersIn(before, after, `${name}/*/`, id, (path) =>
    mayGo && !isKept(path) ? 'gone' : 'unsettled',
  )
  return { id, reason, answers, kind: kindOf() }

  function kindOf(): Difference {
    if (isGone) return 'gone'
    if (!wasKnown) return 'added'
    if (!isSettled) return 'unsettled'
    return answers.some(({ kind }) => kind !== 'same' && kind !== 'unsettled') ? 'changed' : 'same'
  }
}

/** Which answers the register will still hold: those that the survey does not speak of stay, but for some of a group. */
function keptBy(known: SurveyDocument | null, survey: SurveyDocument): (path: Path) => boolean {
  if (known === null) return () => false
  const { document } = foldHousehold({ document: known, state: 'listed', goneReason: null }, survey)
  return (path) => answerAt(document, path) !== null
}

/** @param lacking what it means that the survey has no answer where one was known */
function answersIn(
  before: SurveyDocument,
  after: SurveyDocument,
  prefix: string,
  entry: string | null,
  lacking: (path: Path) => Difference,
): readonly AnswerDifference[] {
  return QUESTIONS.filter(
    ({ path, kind }) =>
      path.startsWith(prefix) && !NEVER_COMPARED.includes(kind) && !path.endsWith('/removed'),
  )
    .map((question) => {
      const path = pathOf(question.path, entry)
      return { path, question, before: answerAt(before, path), after: answerAt(after, path) }
    })
    .filter((answer) => answer.before !== null || answer.after !== null)
    .map((answer) => ({ ...answer, kind: answerKind(answer.before, answer.after, lacking(answer.path)) }))
}

function answerKind(before: Answer | null, after: Answer | null, lacking: Difference): Difference {
  if (sameAnswer(before, after)) return 'same'
  if (before === null) return 'added'
  return after === null ? lacking : 'changed'
}

function differencesFirst<Item extends { readonly kind: Difference }>(
  items: readonly Item[],
): readonly Item[] {
  return [...items].sort((a, b) => RANK[a.kind] - RANK[b.kind])
}

/** How many differences of each kind a person would count: a member once, and once what is new as a whole. */
export function countDifferences(comparison: Comparison): Readonly<Record<Difference, number>> {
  const counts = { changed: 0, added: 0, gone: 0, unsettled: 0, same: 0 }
  const { families, members, problems } = comparison
  for (const part of PLAIN_PARTS.map((name) => comparison[name])) {
    if (isAllNew(part)) counts.added += 1
    else for (const { kind } of part) counts[kind] += 1
  }
  for (const { kind } of [...families, ...members, ...problems]) counts[kind] += 1
  return counts
}

/** Whether anything of these was known before; where nothing was, all of it is new and need not say so line by line. */
export function isAllNew(items: readonly { readonly kind: Difference }[]): boolean {
  return items.length > 0 && items.every(({ kind }) => kind === 'added')
}
