import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { DeviceBodies } from '../../../client/fieldwork/bodies.ts'
import { newId } from '../../../server/platform/ids.ts'
import type { HouseholdId } from '../../../shared/ids.ts'
import type { Phone } from '../world/phone.ts'
import type { Supervisor } from '../world/town.ts'
import { Worlds, type World } from '../world/world.ts'
import { authorisation, authorisationAlways } from './authorisation.ts'
import { convergence } from './convergence.ts'
import { collectEvidence, type Evidence } from './evidence.ts'
import { judge } from './judge.ts'
import { liveness } from './liveness.ts'
import { order } from './order.ts'
import { overlaps } from './overlaps.ts'
import { preservation } from './preservation.ts'
import { receipts } from './receipts.ts'
import { restartStability } from './restart-stability.ts'
import { tellStory } from './told-town.ts'

let worlds: Worlds
let world: World
let quietAfter: number | null
beforeAll(async () => {
  worlds = await Worlds.prepare()
})
afterAll(() => worlds.end())
beforeEach(async () => {
  world = await worlds.open()
  await tellStory(world)
  quietAfter = await world.becomesQuiet()
})
afterEach(() => world.end())

const evidence = () => collectEvidence(world, quietAfter)

/** Changes what the office has on its disk, behind everybody's back. */
function tamper(sql: string): void {
  const { database } = world.office.server
  const change = database.command(sql)
  const { changes } = database.write((tx) => change(tx))
  expect(changes).toBeGreaterThan(0)
}

/** Puts a word on two houses into the log, which nobody was asked about. */
function forgeWord(by: Supervisor, act: 'join' | 'undo', subject: HouseholdId, sameAs: HouseholdId): void {
  tamper(`insert into alias (id, kind, act, subject_id, same_as_id, subject_household_id, same_as_household_id, reason,
      account_id, at)
    select '${newId()}', 'household', '${act}', '${subject}', '${sameAs}', '${subject}', '${sameAs}', '', id, ''
    from account where username = '${by}'`)
}

/** Takes the last word out of the log, which keeps its rows. */
function forgetWord(): void {
  const { database } = world.office.server
  const unlock = database.command('drop trigger alias_keeps_rows')
  database.write((tx) => unlock(tx))
  tamper('delete from alias where seq = (select max(seq) from alias)')
}

/** Changes the rows of a phone's disk. */
function rewrite<Table extends keyof DeviceBodies>(
  { disk }: Phone,
  table: Table,
  edit: (body: DeviceBodies[Table]) => DeviceBodies[Table],
  state?: string,
): void {
  const rows = disk.rows(table)
  expect(rows.length).toBeGreaterThan(0)
  for (const { id, area, at, state: before, body, survey } of rows) {
    const keys = { area, at, state: state ?? before, ...(survey === undefined ? {} : { survey }) }
    disk.put(table, id, keys, edit(body))
  }
}

test('the story itself breaks nothing, and all that the oracles look for is in it', () => {
  const { office, owed, submissions, past } = evidence()
  expect(judge(evidence())).toEqual([])
  expect(owed.length).toBeGreaterThan(5)
  expect([office.conflicts.length, office.quarantine.length, submissions.length, past.size]).toEqual([
    1, 3, 1, 1,
  ])
  expect(office.quarantine.map(({ act }) => act)).toEqual([null, 'hand', 'hand'])
  expect(office.said.map(({ act }) => act)).toEqual(['join', 'join', 'undo'])
  expect(office.overlaps).toHaveLength(1)
  expect(office.log.some(({ deviceSeq }) => deviceSeq === null)).toBe(true)
})

test.each([
  ['a conflict', 'delete from conflict'],
  ['what was held', 'delete from quarantine'],
  ['an answer', `update survey set document = json_remove(document, '$.dwelling.floor')`],
  [
    'an answer for another one',
    `update survey set document = json_set(document, '$.dwelling.floor', 'keramik')`,
  ],
  ['a survey', 'delete from survey where id not in (select survey_id from conflict)'],
])('preservation notices that %s was lost', (_what, sql) => {
  tamper(sql)
  expect(preservation(evidence(), 'quiet')).not.toEqual([])
})

test('preservation notices that a released answer is nowhere, though the quarantine shows it still', () => {
  tamper(`update survey set document = json_remove(document, '$.economy.wishes')
    where id in (select survey_id from quarantine where act = 'hand')`)
  expect(preservation(evidence(), 'quiet')).toEqual([expect.stringContaining('economy/wishes')])
})

test('preservation notices that a word on two houses was lost, unless a restore has ended its history', () => {
  forgetWord()
  expect(preservation(evidence(), 'quiet')).toEqual([expect.stringContaining('undo of')])
  const { office } = evidence()
  expect(preservation({ ...evidence(), office: { ...office, epoch: 'another' } }, 'quiet')).toEqual([])
})

test('preservation notices that a submission was lost', () => {
  tamper(`update change set body = json_remove(body, '$.command') where device_seq is not null`)
  expect(preservation(evidence(), 'quiet')).toEqual([expect.stringContaining('submitted')])
})

test('preservation counts what a phone keeps of what was acknowledged only while the phone can offer it again', () => {
  tamper('delete from quarantine')
  expect(preservation(evidence(), 'always')).toEqual([])
  for (const { disk } of world.phones) for (const { id } of disk.rows('outbox')) disk.remove('outbox', id)
  expect(preservation(evidence(), 'always')).not.toEqual([])
})

test('preservation notices that a phone said saved and shows something else', async () => {
  const { rina } = world.people
  const [page] = rina.phone.pages
  // A page whose memory is not the disk's.
  Object.assign(page!, { view: () => null })
  await rina.answers(world.house(0), [['dwelling/wall', 'bambu']])
  expect(evidence().unseen).toEqual([])
  Object.assign(page!, { view: () => ({ document: { dwelling: {} } }) })
  await rina.answers(world.house(0), [['dwelling/wall', 'bambu']])
  expect(preservation(evidence(), 'quiet')).toEqual([expect.stringContaining('dwelling/wall')])
})

test('convergence notices other answers, another status, a survey too many and one too few on a phone', () => {
  const { phone } = world.people.rina
  const judged = () => convergence(evidence()).length
  expect(judged()).toBe(0)
  const [kept] = phone.disk.rows('surveys')
  rewrite(phone, 'surveys', (body) => ({
    ...body,
    record: { ...body.record, document: { ...body.record.document, economy: { wishes: 'lain' } } },
  }))
  expect(judged()).toBeGreaterThan(0)
  rewrite(phone, 'surveys', (body) => ({ ...body, record: { ...body.record, status: 'approved' } }))
  expect(judged()).toBeGreaterThan(0)
  phone.disk.remove('surveys', kept!.id)
  expect(convergence(evidence())).toContainEqual(expect.stringContaining('the phone does not'))
  tamper(`delete from survey where id not in (select survey_id from conflict)`)
  expect(convergence(evidence())).toContainEqual(expect.stringContaining('does not know'))
})

test('convergence notices that a phone was not told what is the same, or no more, or which stands for all', () => {
  forgeWord('pengawas', 'join', world.house(0), world.house(3))
  const told = convergence(evidence())
  for (const name of world.phones.map((phone) => phone.name))
    expect(told).toContainEqual(expect.stringContaining(`${name}: `))
  forgeWord('pengawas', 'undo', world.house(0), world.house(3))
  expect(convergence(evidence())).toEqual([])
  rewrite(world.people.rina.phone, 'households', (body) => ({
    ...body,
    record: { ...body.record, sameAs: body.record.sameAs?.map((one) => ({ ...one, isMain: !one.isMain })) },
  }))
  expect(convergence(evidence())).toHaveLength(2)
})

test('convergence notices a phone that goes on calling held what was released', () => {
  tamper(`update quarantine set act = null`)
  expect(convergence(evidence())).toEqual([])
  tamper(`update quarantine set act = 'release'`)
  expect(convergence(evidence())).toEqual([expect.stringContaining('it was released')])
})

test.each([
  ['undoes what does not hold', 'undo', 0, 3],
  ['makes a house the same as a second one', 'join', 1, 3],
  ['leads a house back to itself', 'join', 0, 1],
] as const)('restart stability notices a word that %s', (_what, act, subject, sameAs) => {
  expect(restartStability(evidence())).toEqual([])
  forgeWord('pengawas', act, world.house(subject), world.house(sameAs))
  expect(restartStability(evidence())).toHaveLength(1)
})

test('restart stability notices more houses that are the same than there may be', () => {
  const houses = Array.from({ length: 9 }, () => newId<HouseholdId>())
  for (const house of houses) forgeWord('pengawas', 'join', house, world.house(0))
  expect(restartStability(evidence())).toEqual([expect.stringContaining('makes 11 the same')])
})

test.each([
  [
    'an answer that the log does not hold',
    `update survey set document = json_set(document, '$.dwelling.roof', 'seng')`,
  ],
  ['a version too many', 'update survey set version = version + 1'],
  ['a status from nowhere', `update survey set status = 'approved'`],
  ['a conflict that is gone', 'delete from conflict'],
  ['an overlap that is gone', 'delete from overlap'],
  ['an overlap of other answers', `update overlap set paths = '["dwelling/roof"]'`],
  ['an overlap that nobody has seen', 'update overlap set seen_seq = 1'],
  ['a change that is gone from the log', 'delete from change where seq = (select max(seq) from change)'],
  ['a survey that is gone', 'delete from survey where id not in (select survey_id from conflict)'],
])('restart stability notices %s', (_what, sql) => {
  tamper(sql)
  expect(restartStability(evidence())).not.toEqual([])
})

test('overlaps notice one that is gone, where nothing was disputed', () => {
  tamper(`update change set result = json_set(result, '$.conflicts', 0),
    body = json_remove(body, '$.patch."economy/wishes"') where device_seq is not null`)
  expect(overlaps(evidence())).toEqual([])
  tamper('delete from overlap')
  expect(overlaps(evidence())).toEqual([expect.stringContaining('not kept')])
})

test.each([
  ['of somebody with themselves', 'update overlap set other_account_id = account_id'],
  ['of changes that knew of each other', `update change set body = json_set(body, '$.base', 99)`],
])('overlaps notice one %s', (_what, sql) => {
  expect(overlaps(evidence())).toEqual([])
  tamper(sql)
  expect(overlaps(evidence())).not.toEqual([])
})

test.each([
  ['a change that is gone', 'delete from change where device_seq is not null'],
  ['held work that is gone', 'delete from quarantine'],
  ['another hash', `update change set hash = 'x'`],
  ['another content under the same hash', `update change set body = json_set(body, '$.base', 99)`],
])('receipts notice %s', (_what, sql) => {
  tamper(sql)
  expect(receipts(evidence())).not.toEqual([])
})

test('receipts notice a history that ended without them, a false signature and a phone that believes without one', () => {
  const real = evidence()
  expect(receipts({ ...real, past: new Map() })).not.toEqual([])
  const forged = real.given.map((given) => ({ ...given, device: world.people.rina.phone.device }))
  expect(receipts({ ...real, given: forged })).toContainEqual(expect.stringContaining('not signed'))
  expect(receipts({ ...real, brokenWords: ['x'] })).toEqual(['x'])
  rewrite(world.people.rina.phone, 'outbox', (body) => ({ ...body, result: null }))
  expect(receipts(evidence())).toContainEqual(expect.stringContaining('without its receipt'))
})

test('authorisation notices a house of somebody else’s area, one that is missing, and one out of sight', async () => {
  const { rina, asep } = world.people
  const [foreign] = asep.phone.disk.rows('households').filter(({ area }) => area.endsWith('/006'))
  rina.phone.disk.put('households', foreign!.id, foreign!, foreign!.body)
  expect(authorisation(evidence())).toEqual([expect.stringContaining('rina still holds')])
  asep.phone.disk.remove('households', foreign!.id)
  expect(authorisation(evidence())).toContainEqual(expect.stringContaining('asep lacks'))
  await rina.answers(world.house(0), [['dwelling/wall', 'bambu']])
  rina.phone.disk.remove('households', world.house(0))
  expect(authorisationAlways(evidence())).toEqual([expect.stringContaining('no longer shows')])
})

test('authorisation notices work that was taken into an area that its author never held', () => {
  tamper('delete from assignment')
  expect(authorisationAlways(evidence())).not.toEqual([])
})

test('authorisation notices what was let in by nobody, and by somebody who does not supervise the place', () => {
  expect(authorisationAlways(evidence())).toEqual([])
  tamper(`update quarantine set acted_by = (select id from account where username = 'pengawas005')`)
  expect(authorisationAlways(evidence())).not.toEqual([])
  tamper(`update quarantine set acted_by = (select id from account where username = 'admin')`)
  expect(authorisationAlways(evidence())).toEqual([])
  tamper(`update quarantine set act = null`)
  expect(authorisationAlways(evidence())).not.toEqual([])
})

test('authorisation notices words on houses of somebody else, those that the audit log lacks, and refused ones', () => {
  forgeWord('pengawas005', 'join', world.house(0), world.house(3))
  expect(authorisationAlways(evidence())).toEqual([
    expect.stringContaining('not theirs'),
    expect.stringContaining('by the audit log'),
  ])
  forgeWord('pengawas005', 'undo', world.house(2), world.house(3))
  expect(authorisationAlways(evidence()).filter((breach) => breach.includes('not theirs'))).toHaveLength(2)
  const refused = evidence().words.map((word) => ({ ...word, isTaken: false }))
  expect(authorisationAlways({ ...evidence(), words: refused })).toContainEqual(
    expect.stringContaining('was refused'),
  )
})

test('authorisation notices that a phone was told more than where a house of another area lies', () => {
  rewrite(world.people.rina.phone, 'households', (body) => ({
    ...body,
    record: { ...body.record, sameAs: body.record.sameAs?.map((one) => ({ ...one, name: 'Aminah' })) },
  }))
  expect(authorisationAlways(evidence())).toContainEqual(expect.stringContaining('was told more'))
})

test('liveness notices what still waits, who is not up to date, and what never ends', async () => {
  const real = evidence()
  expect(liveness(real)).toEqual([])
  const offline: Evidence['phones'] = real.phones.map((phone) => ({ ...phone, state: null }))
  expect(liveness({ ...real, phones: offline })).not.toEqual([])
  expect(liveness({ ...real, quietAfter: null })).toEqual(['something goes on for ever'])
  await world.people.rina.answers(world.house(0), [['dwelling/wall', 'bambu']])
  expect(liveness(evidence())).toEqual([expect.stringContaining('changes to send')])
})

test('order notices changes out of their order, what passed by quarantine, and what nobody should have held', () => {
  tamper('update change set seq = -seq')
  expect(order(evidence())).toContainEqual(expect.stringContaining('out of order'))
  tamper(`update quarantine set fault = 'reused-id'`)
  expect(order(evidence())).toContainEqual(expect.stringContaining('held for reused-id'))
  tamper(`update quarantine set body = json_set(body, '$.seq', 0)`)
  tamper(
    `update change set device_id = (select device_id from quarantine where act is null), device_seq = 99
     where seq = (select min(c.seq) from change c join quarantine q on q.survey_id = c.survey_id and q.act is null)`,
  )
  expect(order(evidence())).toContainEqual(expect.stringContaining('passed by quarantine'))
})

test('order notices releases out of the order of their survey, and what passed by without one', () => {
  expect(order(evidence())).toEqual([])
  tamper(`update quarantine set act = 'aside'`)
  expect(order(evidence())).toContainEqual(expect.stringContaining('out of order'))
  tamper(`update quarantine set act = null`)
  expect(order(evidence())).toContainEqual(expect.stringContaining('passed by quarantine'))
  tamper(`update quarantine set act = 'release'`)
  tamper('update change set device_seq = 100 - device_seq where id in (select change_id from quarantine)')
  expect(order(evidence())).toEqual([expect.stringContaining('out of order')])
})
