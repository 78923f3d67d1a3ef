import type { Area, KelurahanCode } from '../../shared/population/area.ts'
import {
  EMPTY_DOCUMENT,
  entriesOf,
  type MemberAnswers,
  type SurveyDocument,
} from '../../shared/survey/document.ts'
import type { HouseholdRecord } from '../../shared/sync/protocol.ts'
import type { Ids } from '../ports/ids.ts'
import type { HouseholdCard } from '../ports/field-work.ts'
import { cardStateOf } from './card-state.ts'
import { foldText } from '../../shared/fold-text.ts'
import type { HouseholdFacts } from './household-facts.ts'
import { surveyOf } from './household-survey.ts'

/** Share of a survey that is answered, 0 to 1; of one without a visit as it stands today. */
export type Completeness = (document: SurveyDocument, known: SurveyDocument, today: Date) => number

/** A household's line of the list: what was known of it, with what the survey says over it. */
export function cardOf(
  facts: HouseholdFacts,
  ids: Pick<Ids, 'uuidv5'>,
  today: Date,
  completenessOf: Completeness | null,
): HouseholdCard {
  const { record } = facts.household.body
  // Most of a list has not been touched yet: to ask what became of nothing would take most of a start.
  const survey = isUntouched(facts) ? null : surveyOf(facts, ids)
  const document = survey?.document ?? EMPTY_DOCUMENT
  const members = membersOf(record.known, document)
  const address = document.location.address ?? record.known.location.address ?? ''
  let searchText: string | null = null
  const changes = [...facts.surveys, ...facts.open].map(({ at }) => at)
  return {
    household: record.id,
    name: headOf(members)?.name ?? '',
    address,
    area: areaOf(record, document),
    members: members.length,
    state: survey
      ? cardStateOf(survey, {
          sending: facts.sending,
          completeness: () => completenessOf && completenessOf(document, record.known, today),
        })
      : { kind: 'not-visited' },
    unsent: survey?.unsent ?? false,
    added: facts.household.state === 'added',
    changedAt:
      changes.length === 0 ? facts.household.at : changes.reduce((last, at) => (at > last ? at : last)),
    get searchText() {
      return (searchText ??= searchTextOf(record.known, document, address))
    },
  }
}

function isUntouched({ surveys, open, outbox }: HouseholdFacts): boolean {
  return surveys.length === 0 && open.length === 0 && outbox.length === 0
}

function membersOf(known: SurveyDocument, document: SurveyDocument): readonly MemberAnswers[] {
  if (document === EMPTY_DOCUMENT) return entriesOf<MemberAnswers>(known.members).map(([, member]) => member)
  const ids = new Set([...Object.keys(known.members), ...Object.keys(document.members)])
  const members = [...ids].map((id) => [id, { ...known.members[id], ...document.members[id] }] as const)
  return entriesOf<MemberAnswers>(Object.fromEntries(members)).map(([, member]) => member)
}

function headOf(members: readonly MemberAnswers[]): MemberAnswers | undefined {
  return members.find(({ relationship }) => relationship === 'kepala') ?? members[0]
}

function areaOf(record: HouseholdRecord, { location }: SurveyDocument): Area {
  return {
    kelurahan: (location.kelurahan as KelurahanCode | undefined) ?? record.area.kelurahan,
    rw: location.rw ?? record.area.rw,
    rt: location.rt ?? record.area.rt,
  }
}

/** Both sides are found: what the list says, and what the visit found instead. */
function searchTextOf(known: SurveyDocument, document: SurveyDocument, address: string): string {
  const words = [known, document].flatMap((side) => [
    ...Object.values(side.members).flatMap(({ name, nik }) => [name, nik]),
    ...Object.values(side.families).map(({ kk }) => kk),
    side.location.address,
  ])
  return foldText([...new Set([address, ...words])].filter((word) => word !== undefined).join('\n'))
}
