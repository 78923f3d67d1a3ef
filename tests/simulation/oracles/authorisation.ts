import type { Evidence, OfficeEvidence, PhoneEvidence } from './evidence.ts'

/** What holds at any time: nobody's change is taken into an area that they never held, and nothing that gathers is out of sight. */
export function authorisationAlways({ office, phones }: Evidence): readonly string[] {
  const streamOf = new Map(office.surveys.map(({ id, stream }) => [id, stream]))
  return phones.flatMap((phone) => {
    const ever = office.everHeld.get(phone.owner)
    const strange = office.log.filter(
      ({ device, deviceSeq, survey }) =>
        device === phone.device && deviceSeq !== null && !ever?.has(streamOf.get(survey) ?? ''),
    )
    const held = new Set(phone.rows.households.map(({ id }) => id as string))
    return [
      ...strange.map(({ id }) => `${id} of ${phone.owner} was taken into an area that they never held`),
      ...phone.rows.openChanges
        .filter(({ body }) => !held.has(body.household))
        .map(
          ({ id }) => `${phone.name} gathers answers to the survey ${id} of a house that it no longer shows`,
        ),
    ]
  })
}

/** After quiet, a phone holds exactly the households of its areas, and those with own work that nobody took. */
export function authorisation({ office, phones }: Evidence): readonly string[] {
  const places = new Map<string, string>(office.listed.map(({ household, stream }) => [household, stream]))
  for (const { household, stream } of office.surveys)
    if (!places.has(household)) places.set(household, stream)
  return phones.flatMap((phone) => {
    const streams = office.streams.get(phone.owner) ?? new Set<string>()
    const held = new Set<string>(phone.rows.households.map(({ id }) => id))
    const due = [...places].filter(([, stream]) => streams.has(stream)).map(([household]) => household)
    const own = ownWork(phone)
    const strange = (household: string) => !streams.has(places.get(household) ?? '') && !own.has(household)
    return [
      ...due
        .filter((household) => !held.has(household))
        .map((household) => `${phone.name} lacks ${household}`),
      ...[...held].filter(strange).map((household) => `${phone.name} still holds ${household}`),
      ...phone.rows.surveys
        .filter(({ body }) => strange(body.record.household))
        .map(({ id }) => `${phone.name} still holds the survey ${id}`),
    ]
  })
}

/** The stream that each household lies in; none where it is gone. */
export function placesOf({ listed, surveys, register }: OfficeEvidence): ReadonlyMap<string, string> {
  const places = new Map<string, string>(surveys.map(({ household, stream }) => [household, stream]))
  for (const { household, stream } of listed) places.set(household, stream)
  for (const { household, stream, state } of register) {
    if (state === 'gone') places.delete(household)
    else places.set(household, stream)
  }
  return places
}

function ownWork({ rows }: PhoneEvidence): ReadonlySet<string> {
  const unacknowledged = rows.outbox.filter(({ state }) => state === 'waiting' || state === 'quarantined')
  return new Set([
    ...rows.openChanges.map(({ body }) => body.household),
    ...unacknowledged.map(({ body }) => body.change.household),
  ])
}
