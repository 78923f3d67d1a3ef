import { afterEach, beforeEach, expect, test } from 'vitest'
import { householdsFoundSchema } from '../../shared/api/aliases.ts'
import { reviewDetailSchema } from '../../shared/api/reviews.ts'
import type { HouseholdId } from '../../shared/ids.ts'
import type { HouseholdRecord } from '../../shared/sync/protocol.ts'
import { createHouseholdSearch } from '../../server/features/aliases/household-search.ts'
import { newId } from '../../server/platform/ids.ts'
import { createFeed } from '../../server/records/feed.ts'
import { createHouseholdPlaces } from '../../server/records/household-places.ts'
import { createHouseholdStore } from '../../server/records/household-store.ts'
import { completePatch } from '../support/answers.ts'
import type { Browser } from '../support/browser-session.ts'
import { field, KELURAHAN, type Field } from '../support/field.ts'
import { listedHousehold } from '../support/listed.ts'
import type { Phone } from '../support/phone.ts'

let town: Field
let rina: Phone
let supervisor: Browser
let aminah: HouseholdRecord
let siti: HouseholdRecord
let dedi: HouseholdRecord

beforeEach(async () => {
  town = field()
  await town.account('rina', 'enumerator', '005')
  await town.account('pengawas', 'supervisor')
  aminah = listedHousehold('Aminah')
  siti = listedHousehold('Siti')
  dedi = listedHousehold('Dedi', '006')
  town.publish([aminah, siti, dedi])
  rina = await town.phone('rina')
  supervisor = await town.browser('pengawas')
  await rina.sync()
})
afterEach(() => town.end())

const REASON = 'Satu rumah, dua kartu.'

async function give(
  subject: HouseholdRecord,
  sameAs: HouseholdRecord,
  act: 'join' | 'undo' = 'join',
  by = supervisor,
  id: string = newId(),
): Promise<number> {
  const request = { id, kind: 'household', act, reason: REASON, subject: subject.id, sameAs: sameAs.id }
  return (await by.post('/api/aliases', request)).status
}

/** What the next sync tells of each household that it tells of. */
async function toldOf(phone = rina): Promise<Record<HouseholdId, unknown>> {
  const { news } = await phone.sync()
  return Object.fromEntries(
    news.flatMap((item) => (item.kind === 'household' ? [[item.household.id, item.household.sameAs]] : [])),
  )
}

const count = (what: string) =>
  town.server.database.query<{ count: number }>(`select count(*) as count from ${what}`).get()?.count

test('[I1][I3] phones of both are told which other household is the same, and that it is no more', async () => {
  expect(await give(aminah, siti)).toBe(204)
  expect(await toldOf()).toEqual({
    [aminah.id]: [{ household: siti.id, area: siti.area, isMain: true }],
    [siti.id]: [{ household: aminah.id, area: aminah.area, isMain: false }],
  })
  expect(await toldOf()).toEqual({})
  expect(await give(aminah, siti, 'undo')).toBe(204)
  expect(await toldOf()).toEqual({ [aminah.id]: undefined, [siti.id]: undefined })
  expect(count(`alias where account_id is not null and reason = '${REASON}'`)).toBe(2)
  expect(count(`audit where action in ('alias.join', 'alias.undo')`)).toBe(2)
})

test('[I3] a phone that comes later is told with the list; of a house in another area it hears where it lies, no more', async () => {
  await give(aminah, siti)
  await give(siti, dedi)
  const fresh = await town.phone('rina')
  const told = await toldOf(fresh)
  expect(told[aminah.id]).toEqual([
    { household: dedi.id, area: dedi.area, isMain: true },
    { household: siti.id, area: siti.area, isMain: false },
  ])
  expect(fresh.lastReply()).not.toContain('Dedi')
  expect(Object.keys(told)).not.toContain(dedi.id)
})

test('[I3] a household that nobody listed is told with its survey; one that the next list leaves out does not come back', async () => {
  const added = { ...listedHousehold('Baru'), id: newId<HouseholdId>() }
  await rina.sync(rina.change(added.id, completePatch(added.known)))
  await give(added, aminah)
  expect(await toldOf()).toMatchObject({ [added.id]: [{ household: aminah.id }] })
  await give(siti, dedi)
  town.publish([aminah, dedi], '2026-11-30')
  const fresh = await town.phone('rina')
  expect(Object.keys(await toldOf(fresh)).toSorted()).toEqual([aminah.id, added.id].toSorted())
})

test('[I1] sent twice it takes effect once; the id of another word is refused', async () => {
  const id = newId()
  expect([
    await give(aminah, siti, 'join', supervisor, id),
    await give(aminah, siti, 'join', supervisor, id),
  ]).toEqual([204, 204])
  expect(count('alias')).toBe(1)
  expect(await give(aminah, dedi, 'join', supervisor, id)).not.toBe(204)
})

test('[I2] nobody is the same twice, or as themselves by others', async () => {
  expect(await give(aminah, aminah)).toBe(409)
  await give(aminah, siti)
  expect(await give(aminah, dedi)).toBe(409)
  expect(await give(siti, aminah)).toBe(409)
  expect(await give(dedi, siti, 'undo')).toBe(409)
  expect(count('alias')).toBe(1)
})

test('[I4] both must lie in the supervisor’s areas, and enumerators say nothing', async () => {
  await town.account('sempit', 'supervisor', '005')
  const narrow = await town.browser('sempit')
  expect(await give(aminah, dedi, 'join', narrow)).toBe(404)
  expect(await give(aminah, siti, 'join', narrow)).toBe(204)
  expect(await give(aminah, siti, 'undo', rina.browser)).toBe(403)
})

test('[I4] a person is named with their household, and their log is one of its own', async () => {
  const [one] = Object.keys(aminah.known.members)
  const [other] = Object.keys(siti.known.members)
  const post = async (household: HouseholdId, asHousehold = siti.id) => {
    const subject = { household, person: one }
    const sameAs = { household: asHousehold, person: other }
    const request = { id: newId(), kind: 'person', act: 'join', reason: REASON, subject, sameAs }
    return (await supervisor.post('/api/aliases', request)).status
  }
  expect(await post(dedi.id)).toBe(404)
  expect(await post(aminah.id, dedi.id)).toBe(404)
  expect(await post(aminah.id)).toBe(204)
  expect(await post(aminah.id)).toBe(409)
  expect(await toldOf()).toEqual({})
})

test('[I1] the log keeps its rows and words, over a restart too', async () => {
  await give(aminah, siti)
  const { database } = town.server
  for (const sql of ['delete from alias', `update alias set reason = 'x'`]) {
    const command = database.command(sql)
    expect(() => database.write((tx) => command(tx))).toThrow('append-only')
  }
  const again = town.restart()
  expect(again.server.database.query('select * from alias').all()).toHaveLength(1)
  await again.server.close()
})

test('[I1] the review of a survey names what is the same, by whom and why; others are found by name, address and number', async () => {
  const change = rina.change(aminah.id, completePatch(aminah.known), { command: { kind: 'submit' } })
  await rina.sync(change)
  await give(aminah, siti)
  const reply = await supervisor.get(`/api/reviews/${change.survey}`)
  const { same } = reviewDetailSchema.parse(await reply.json())
  expect(same.join).toMatchObject({ sameAs: siti.id, by: 'pengawas', reason: REASON })
  expect(same.households).toMatchObject([{ household: siti.id, name: 'Siti', address: 'Gg. Mawar 3' }])
  const namesOf = async (text: string, by = supervisor) => (await find(text, by)).map(({ name }) => name)
  expect(await namesOf('siti')).toEqual(['Siti'])
  expect(await namesOf('mawar ded')).toEqual(['Dedi'])
  expect((await namesOf('3273012304100001')).toSorted()).toEqual(['Aminah', 'Dedi', 'Siti'])
  await town.account('sempit', 'supervisor', '005')
  expect((await namesOf('mawar', await town.browser('sempit'))).toSorted()).toEqual(['Aminah', 'Siti'])
})

async function find(text: string, by = supervisor) {
  const found = await by.post('/api/household-search', { kelurahan: KELURAHAN, text })
  return householdsFoundSchema.parse(await found.json()).households
}

/** The household as a list tells of it after a move. */
function moved(one: HouseholdRecord, rw: string): HouseholdRecord {
  const known = { ...one.known, location: { ...one.known.location, rw } }
  return { ...one, area: { ...one.area, rw }, known }
}

test.each(['005', '006'])('[I4] who holds RW %s alone undoes a join with the other one', async (rw) => {
  await town.account('sempit', 'supervisor', rw)
  await town.account('asing', 'supervisor', '007')
  const narrow = await town.browser('sempit')
  expect(await give(aminah, dedi)).toBe(204)
  expect(await give(aminah, dedi, 'undo', await town.browser('asing'))).toBe(404)
  expect(await give(aminah, dedi, 'undo', narrow)).toBe(204)
  expect(await give(aminah, dedi, 'join', narrow)).toBe(404)
  expect(town.server.database.query(`select area from audit where action = 'alias.undo'`).all()).toEqual([
    { area: `${KELURAHAN}/${rw}` },
  ])
})

test('[I4] ten are the same at most, whichever side grows', async () => {
  const many = Array.from({ length: 12 }, (_, index) => listedHousehold(`Warga ${index}`))
  town.publish(many, '2026-11-20')
  const [main, second, ...others] = many as [HouseholdRecord, HouseholdRecord, ...HouseholdRecord[]]
  for (const one of others.slice(0, 8)) expect(await give(one, main)).toBe(204)
  const [last] = others.slice(-1) as [HouseholdRecord]
  expect(await give(last, second)).toBe(204)
  expect(await give(second, main)).toBe(413)
  expect(await give(main, second)).toBe(413)
  expect(await give(last, second, 'undo')).toBe(204)
  expect(await give(second, main)).toBe(204)
  expect(await give(second, main, 'undo')).toBe(204)
})

test('what only a draft says is neither found nor named', async () => {
  const added = listedHousehold('Rahasia')
  const id = newId<HouseholdId>()
  await rina.sync(rina.change(id, completePatch(added.known)))
  expect(await find('rahasia')).toEqual([])
  const change = rina.change(aminah.id, completePatch(aminah.known), { command: { kind: 'submit' } })
  await rina.sync(change)
  await give(aminah, { ...added, id })
  const { same } = reviewDetailSchema.parse(
    await (await supervisor.get(`/api/reviews/${change.survey}`)).json(),
  )
  expect(same.households).toMatchObject([{ household: id, name: '', address: '' }])
})

test('a household is found where it lies alone, and once', async () => {
  await rina.sync(rina.change(aminah.id, completePatch(aminah.known), { command: { kind: 'submit' } }))
  town.publish([moved(aminah, '006'), siti, dedi], '2026-11-20')
  await town.account('enam', 'supervisor', '006')
  expect(await find('aminah', await town.browser('enam'))).toEqual([])
  expect(await find('aminah')).toMatchObject([{ household: aminah.id, area: { rw: '005' } }])
})

test('signs are no letters, and of more households than are looked at in one go the last is found too', async () => {
  expect(await find('...')).toEqual([])
  expect(await find('a  .  .')).toEqual([])
  town.publish(
    [...Array.from({ length: 120 }, (_, index) => listedHousehold(`Warga ${index}`)), siti],
    '2026-11-20',
  )
  expect(await find('siti')).toMatchObject([{ household: siti.id }])
  const found = await supervisor.post('/api/household-search', { kelurahan: KELURAHAN, text: 'warga' })
  const { households, more } = householdsFoundSchema.parse(await found.json())
  expect([households.length, more]).toEqual([8, true])
})

test('[W6] the search looks at some fifty households in one piece', async () => {
  const many = Array.from({ length: 120 }, (_, index) => listedHousehold(`Warga ${index}`))
  town.publish(many, '2026-11-20')
  const { database, scopes } = town.server
  const households = createHouseholdStore(database)
  let pieces = 0
  const search = createHouseholdSearch(database, {
    scopes,
    places: createHouseholdPlaces(database, { households, feed: createFeed(database) }),
    turnstile: {
      run: async (work) => {
        pieces += 1
        return await Promise.resolve(work())
      },
    },
  })
  await search.find([{ kelurahan: aminah.area.kelurahan, rw: '005' }], 'tidak ada orang ini')
  // One for the names of all, then of 50, 50 and 20.
  expect(pieces).toBe(4)
})

test('[N4] told of an alias in one RW, then surveyed in another: the first is not told of it', async () => {
  await town.account('enam', 'enumerator', '006')
  town.publish([moved(aminah, '006'), siti, dedi], '2026-11-01')
  await give(moved(aminah, '006'), dedi)
  town.publish([aminah, siti, dedi], '2026-11-02')
  await rina.sync(rina.change(aminah.id, completePatch(aminah.known)))
  town.publish([moved(aminah, '006'), siti, dedi], '2026-11-03')
  expect(Object.keys(await toldOf(await town.phone('enam')))).toEqual([dedi.id])
})
