import { answersOf, sameAnswer } from '../../../shared/survey/path.ts'
import type { SurveyDocument } from '../../../shared/survey/document.ts'
import { placesOf } from './authorisation.ts'
import {
  isReleased,
  type Evidence,
  type KeptSurvey,
  type OfficeEvidence,
  type PhoneEvidence,
} from './evidence.ts'
import { sameHouseholds } from './same-households.ts'

/**
 * After quiet, each phone holds every survey of its areas just as the office does, and shows it so; it knows of each
 * household which others are the same, and what was released.
 */
export function convergence({ office, phones }: Evidence): readonly string[] {
  const places = placesOf(office)
  const released = new Set<string | null>(office.quarantine.filter(isReleased).map(({ id }) => id))
  return phones.flatMap((phone) => {
    const streams = office.streams.get(phone.owner) ?? new Set()
    const isDue = ({ stream, household }: KeptSurvey) =>
      streams.has(stream) && streams.has(places.get(household) ?? '')
    const known = new Set(office.surveys.map(({ id }) => id))
    const unknown = phone.rows.surveys.filter(
      ({ body }) => !known.has(body.record.id) && !isQuarantined(phone, body.record.household),
    )
    return [
      ...office.surveys.filter(isDue).flatMap((survey) => differences(phone, survey)),
      ...unknown.map(({ id }) => `${phone.name} has a survey that the office does not know: ${id}`),
      ...samenessDifferences(phone, { office, places, streams }),
      ...phone.rows.outbox
        .filter(({ id, state }) => state === 'quarantined' && released.has(id))
        .map(({ id }) => `${phone.name} calls ${id} held, and it was released`),
    ]
  })
}

/** [I3]: of each household of its areas, the others by their ids, and which of them stands for all. */
function samenessDifferences(
  { name, rows }: PhoneEvidence,
  {
    office: { said },
    places,
    streams,
  }: {
    readonly office: OfficeEvidence
    readonly places: ReadonlyMap<string, string>
    readonly streams: ReadonlySet<string>
  },
): readonly string[] {
  const { groupOf, mainOf } = sameHouseholds(said)
  return rows.households.flatMap(({ id, body }) => {
    if (!streams.has(places.get(id) ?? '')) return []
    const others = groupOf(id).filter((other) => other !== id)
    const due = others.map((other) => `${other}${other === mainOf(id) ? ' for all' : ''}`).toSorted()
    const told = (body.record.sameAs ?? [])
      .map(({ household, isMain }) => `${household}${isMain ? ' for all' : ''}`)
      .toSorted()
    return due.join() === told.join()
      ? []
      : [`${name}: ${id} is the same as ${due.join(' and ')}; told was ${told.join(' and ')}`]
  })
}

function differences(phone: PhoneEvidence, survey: KeptSurvey): readonly string[] {
  const said = (what: string) => `${phone.name}, survey ${survey.id}: ${what}`
  const held = phone.rows.surveys.find(({ id }) => id === survey.id)?.body.record
  if (!held) return [said('the office has it, the phone does not')]
  const { version, status } = held
  if (version !== survey.version) return [said(`version ${version}, at the office ${survey.version}`)]
  if (status !== survey.status) return [said(`status ${status}, at the office ${survey.status}`)]
  const differing = differingPaths(held.document, survey.document)
  if (differing.length > 0) return [said(`other answers at ${differing.join(', ')}`)]
  return shownDifferences(phone, survey).map(said)
}

/** What the screen shows, where nothing of the phone's own is held back in quarantine. */
function shownDifferences(
  { rows, view: viewOf }: PhoneEvidence,
  { id, household, document }: KeptSurvey,
): readonly string[] {
  if (isQuarantined({ rows }, household)) return []
  const own = rows.outbox.filter(({ body }) => body.change.household === household)
  const unsettled = own.filter(({ state, body }) => state === 'received' && body.result?.survey === id)
  if (unsettled.length > 0) return [`${unsettled.length} received changes are not settled`]
  const view = viewOf(household)
  if (!view) return ['not on the screen']
  if (view.survey !== id) return []
  const differing = differingPaths(view.document, document)
  return differing.length > 0 ? [`the screen shows other answers at ${differing.join(', ')}`] : []
}

function isQuarantined({ rows }: Pick<PhoneEvidence, 'rows'>, household: string): boolean {
  return rows.outbox.some(({ state, body }) => state === 'quarantined' && body.change.household === household)
}

function differingPaths(one: SurveyDocument, other: SurveyDocument): readonly string[] {
  const [answers, others] = [answersOf(one), answersOf(other)]
  return [...new Set([...answers.keys(), ...others.keys()])].filter(
    (path) => !sameAnswer(answers.get(path) ?? null, others.get(path) ?? null),
  )
}
