import { distanceM, parsePlace } from '../population/place.ts'
import { EMPTY_DOCUMENT, type Answer, type SurveyDocument } from '../survey/document.ts'
import { answersOf, patternOf, sameAnswer, type Path } from '../survey/path.ts'
import type { KnownHousehold, RegisterHousehold } from './household.ts'

export type ChangeKind = 'added' | 'changed' | 'gone'

/** What a period did to one person of a household. */
export type MemberChange = {
  readonly id: string
  readonly kind: ChangeKind
  /** the tombstone's reason; null unless gone */
  readonly reason: string | null
  /** patterns of the answers that differ, sorted; empty for who is added or gone */
  readonly fields: readonly Path[]
}

/** What a period did to a household, against what was known before it. */
export type HouseholdChange = {
  readonly kind: ChangeKind
  /**
   * added: `baru` (neither list nor register knew it), `terkonfirmasi` (only the list did) or `kembali` (it was
   * gone); changed: `kunjungan`; gone: the visit's result
   */
  readonly reason: string
  /** patterns of the household's own answers that differ, sorted; empty where nothing was known before */
  readonly fields: readonly Path[]
  readonly members: readonly MemberChange[]
}

// How the work went and in which order it stands on the screen is no news of the household.
const NO_NEWS = ['visits', 'notice', 'attachments', 'confirmations']

/**
 * The difference that a period made to a household. Rule [F9] of SPEC.md.
 * @param before as the period began, without tombstones; null where nobody knew the household
 * @returns null where there is nothing to tell
 */
export function changeBetween(
  before: KnownHousehold | null,
  after: RegisterHousehold,
): HouseholdChange | null {
  switch (after.state) {
    case 'unconfirmed':
      return null
    case 'gone': {
      const isNews = before !== null && (before.state !== 'gone' || before.goneReason !== after.goneReason)
      return isNews ? { kind: 'gone', reason: after.goneReason ?? '', fields: [], members: [] } : null
    }
    case 'present': {
      const known = before?.document ?? EMPTY_DOCUMENT
      const fields = before === null ? [] : fieldsBetween(ownAnswers(known), ownAnswers(after.document))
      const members = membersBetween(known, after.document)
      const change = { fields, members }
      if (before === null) return { kind: 'added', reason: 'baru', ...change }
      if (before.state === 'gone') return { kind: 'added', reason: 'kembali', ...change }
      if (before.state !== 'present') return { kind: 'added', reason: 'terkonfirmasi', ...change }
      const isNews = fields.length > 0 || members.length > 0
      return isNews ? { kind: 'changed', reason: 'kunjungan', ...change } : null
    }
  }
}

type Answers = ReturnType<typeof answersOf>

function ownAnswers(document: SurveyDocument): Answers {
  return newsOf(answersOf({ ...document, members: {} }))
}

function newsOf(answers: Answers): Answers {
  return new Map(
    [...answers].filter(([path]) => !NO_NEWS.includes(path.split('/')[0] ?? '') && !path.endsWith('/order')),
  )
}

function fieldsBetween(before: Answers, after: Answers): readonly Path[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])]
  const changed = paths.filter(
    (path) =>
      !sameAnswer(before.get(path) ?? null, after.get(path) ?? null) &&
      !mayBeSamePlace(path, before.get(path), after.get(path)),
  )
  return [...new Set(changed.map(patternOf))].sort()
}

/** No fix repeats another to the metre: two that lie within what both are exact to are one place. */
function mayBeSamePlace(path: Path, before: Answer | undefined, after: Answer | undefined): boolean {
  if (path !== 'location/position') return false
  const from = parsePlace(String(before))
  const to = parsePlace(String(after))
  return from !== null && to !== null && distanceM(from, to) <= from.accuracyM + to.accuracyM
}

function membersBetween(before: SurveyDocument, after: SurveyDocument): readonly MemberChange[] {
  const ids = [...new Set([...Object.keys(before.members), ...Object.keys(after.members)])].sort()
  return ids.flatMap((id): readonly MemberChange[] => {
    const known = before.members[id]
    const member = after.members[id]
    if (known && (!member || member.removed !== undefined)) {
      return [{ id, kind: 'gone', reason: member?.removed ?? null, fields: [] }]
    }
    if (!known) return member?.removed ? [] : [{ id, kind: 'added', reason: null, fields: [] }]
    const fields = fieldsBetween(memberAnswers(before, id), memberAnswers(after, id))
    return fields.length > 0 ? [{ id, kind: 'changed', reason: null, fields }] : []
  })
}

function memberAnswers(document: SurveyDocument, id: string): Answers {
  return newsOf(answersOf({ ...EMPTY_DOCUMENT, members: { [id]: document.members[id] ?? {} } }))
}
