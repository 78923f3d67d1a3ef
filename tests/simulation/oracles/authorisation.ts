import { isReleased, type Evidence, type OfficeEvidence, type PhoneEvidence, type Said } from './evidence.ts'

/**
 * What holds at any time: nobody's change is taken into an area that they never held, unless whoever supervises it let it
 * in; nobody else says what is the same, and phones are told where it lies and no more; nothing that gathers is out of
 * sight.
 */
export function authorisationAlways({ office, phones, words }: Evidence): readonly string[] {
  const streamOf = new Map(office.surveys.map(({ id, stream }) => [id, stream]))
  const released = new Map(office.quarantine.filter(isReleased).map(({ id, by }) => [id, by]))
  const ofPhones = phones.flatMap((phone) => {
    const ever = office.everHeld.get(phone.owner)
    const strange = office.log.filter(({ id, device, deviceSeq, survey }) => {
      if (device !== phone.device || deviceSeq === null) return false
      const stream = streamOf.get(survey) ?? ''
      const by = released.get(id)
      return by === undefined ? !ever?.has(stream) : !supervises(office, by, stream)
    })
    const held = new Set(phone.rows.households.map(({ id }) => id as string))
    return [
      ...strange.map(({ id }) => `${id} of ${phone.owner} was taken into an area that they never held`),
      ...phone.rows.openChanges
        .filter(({ body }) => !held.has(body.household))
        .map(
          ({ id }) => `${phone.name} gathers answers to the survey ${id} of a house that it no longer shows`,
        ),
      ...phone.rows.households
        .filter(({ body }) =>
          (body.record.sameAs ?? []).some((one) => Object.keys(one).some(isMoreThanWhere)),
        )
        .map(({ id }) => `${phone.name} was told more of what is the same as ${id} than where it lies`),
    ]
  })
  return [...ofPhones, ...strangeWords(office), ...refusedWords(office, words)]
}

/** [I4]: of a join both lie in the supervisor's areas, of an undoing one; [I1]: each stands in the audit log, once. */
function strangeWords(office: OfficeEvidence): readonly string[] {
  const places = placesOf(office)
  const { said, audited } = office
  const isOutside = (by: string) => (household: string) => {
    const stream = places.get(household)
    return stream !== undefined && !supervises(office, by, stream)
  }
  const isStrange = ({ act, subject, sameAs, by }: Said) =>
    act === 'join' ? [subject, sameAs].some(isOutside(by)) : [subject, sameAs].every(isOutside(by))
  const words = said.map(({ subject }) => subject).join()
  return [
    ...said.filter(isStrange).map(({ id, by }) => `${id} of ${by} is a word on houses that are not theirs`),
    ...(words === audited.join() ? [] : [`said is ${words}, by the audit log ${audited.join()}`]),
  ]
}

/** A word that was never taken, however often it was sent, stands nowhere; a null answer tells nothing. */
function refusedWords({ said }: OfficeEvidence, words: Evidence['words']): readonly string[] {
  const isRefused = (id: string) => {
    const answers = words.filter((word) => word.id === id)
    return answers.length > 0 && answers.every(({ isTaken }) => isTaken === false)
  }
  return said.filter(({ id }) => isRefused(id)).map(({ id }) => `${id} was refused, and stands`)
}

function supervises({ supervised }: OfficeEvidence, username: string | null, stream: string): boolean {
  const held = supervised.get(username ?? '')
  return [stream, stream.split('/')[0] ?? '', ''].some((area) => held?.has(area))
}

function isMoreThanWhere(key: string): boolean {
  return !['household', 'area', 'isMain'].includes(key)
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
