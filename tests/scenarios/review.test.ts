import { afterEach, beforeEach, expect, test } from 'vitest'
import { heldListSchema } from '../../shared/api/quarantine.ts'
import { reviewDetailSchema, reviewQueueSchema, type ReviewDetail } from '../../shared/api/reviews.ts'
import type { HouseholdRecord } from '../../shared/sync/protocol.ts'
import type { ReviewCommand } from '../../shared/review/command.ts'
import type { SurveyId } from '../../shared/ids.ts'
import { newId } from '../../server/platform/ids.ts'
import type { Browser } from '../support/browser-session.ts'
import { field, type Field } from '../support/field.ts'
import { EMPTY_DOCUMENT } from '../../shared/survey/document.ts'
import { documentOf } from '../../shared/survey/path.ts'
import { patchBetween } from '../../shared/sync/patch.ts'
import { listedHousehold } from '../support/listed.ts'
import { completePatch, step } from '../support/answers.ts'
import type { Phone } from '../support/phone.ts'

const VISIT = '01900000-0000-7000-8000-0000000000b2'

let town: Field
let phone: Phone
let supervisor: Browser
let aminah: HouseholdRecord
let survey: SurveyId

beforeEach(async () => {
  town = field()
  await town.account('rina', 'enumerator')
  await town.account('pengawas', 'supervisor')
  aminah = listedHousehold('Aminah')
  town.publish([aminah])
  phone = await town.phone('rina')
  supervisor = await town.browser('pengawas')
  const change = phone.change(aminah.id, completePatch(aminah.known), { command: { kind: 'submit' } })
  survey = change.survey
  await phone.sync(change)
})
afterEach(() => town.end())

const detail = async (browser = supervisor): Promise<ReviewDetail> =>
  reviewDetailSchema.parse(await (await browser.get(`/api/reviews/${survey}`)).json())

const queueOf = async (query = '') =>
  reviewQueueSchema.parse(await (await supervisor.get(`/api/reviews${query}`)).json())

async function give(command: ReviewCommand, version?: number, id: string = newId()): Promise<Response> {
  const seen = version ?? (await detail()).survey.version
  return supervisor.post(`/api/reviews/${survey}/commands`, { id, version: seen, command })
}

const statusOf = async () => (await detail()).survey.status

test('[R1] a supervisor sees what was submitted, beside what the list says', async () => {
  const queue = await queueOf('?status=submitted')
  expect(queue.rows).toEqual([
    expect.objectContaining({ survey, name: 'Aminah', enumerator: 'rina', status: 'submitted' }),
  ])
  expect(queue.counts).toMatchObject({ submitted: 1, draft: 0 })
  const seen = await detail()
  expect(seen.listed?.known.location.address).toBe('Gg. Mawar 3')
  expect(seen.survey.document.dwelling.floor).toBe('tanah')
})

test('[R2] drafts are counted, never listed or shown', async () => {
  const dedi = listedHousehold('Dedi')
  town.publish([aminah, dedi], '2026-11-02')
  const draft = phone.change(dedi.id, step('dwelling/floor', null, 'tanah'))
  await phone.sync(draft)
  const queue = await queueOf()
  expect(queue.counts).toMatchObject({ draft: 1 })
  expect(queue.rows).toHaveLength(1)
  expect((await supervisor.get(`/api/reviews/${draft.survey}`)).status).toBe(404)
})

test('[R3] a survey of another area answers like one that does not exist', async () => {
  await town.account('jauh', 'supervisor', '099')
  const other = await town.browser('jauh')
  expect((await other.get(`/api/reviews/${survey}`)).status).toBe(404)
  const tried = await other.post(`/api/reviews/${survey}/commands`, {
    id: newId(),
    version: 1,
    command: { kind: 'approve' },
  })
  expect(tried.status).toBe(404)
  expect(await statusOf()).toBe('submitted')
})

test('[R4] approving and returning take effect once, and reach the phone with their reason', async () => {
  const id = newId()
  expect((await give({ kind: 'return', reason: 'Foto kurang' }, 1, id)).status).toBe(200)
  expect((await give({ kind: 'return', reason: 'Foto kurang' }, 1, id)).status).toBe(200)
  const reply = await phone.sync()
  const news = reply.news.find((item) => item.kind === 'survey')
  expect(news?.kind === 'survey' && news.survey).toMatchObject({
    status: 'returned',
    version: 2,
    review: { reason: 'Foto kurang', by: 'pengawas' },
  })
  await phone.sync(
    phone.change(aminah.id, step('dwelling/floor', 'tanah', 'keramik'), { command: { kind: 'submit' } }),
  )
  expect((await detail()).survey).toMatchObject({ status: 'submitted', review: null })
  expect((await give({ kind: 'approve' })).status).toBe(200)
  expect(await statusOf()).toBe('approved')
})

test('[R5] a command on an outdated version is refused and changes nothing', async () => {
  await phone.sync(phone.change(aminah.id, step('dwelling/floor', 'tanah', 'keramik')))
  const refused = await give({ kind: 'approve' }, 1)
  expect(await refused.json()).toMatchObject({ status: 409, code: 'wrong-state' })
  expect(await statusOf()).toBe('submitted')
})

test('[R6] a change that reaches an approved survey puts it back in review', async () => {
  await give({ kind: 'approve' })
  await phone.sync(phone.change(aminah.id, step('dwelling/floor', 'tanah', 'keramik')))
  expect(await statusOf()).toBe('in-review')
})

test('[M6] an open conflict bars approval until a person chose; either side can be taken', async () => {
  await town.account('asep', 'enumerator')
  const asep = await town.phone('asep')
  await asep.sync(asep.change(aminah.id, step('dwelling/floor', null, 'keramik')))
  expect((await detail()).conflicts).toEqual([
    expect.objectContaining({
      group: 'dwelling/floor',
      by: 'asep',
      answers: { 'dwelling/floor': { current: 'tanah', offered: 'keramik' } },
    }),
  ])
  expect(await (await give({ kind: 'approve' })).json()).toMatchObject({ code: 'open-conflict' })
  await give({ kind: 'resolve', group: 'dwelling/floor', take: 'offered' })
  const resolved = await detail()
  expect(resolved.conflicts).toEqual([])
  expect(resolved.survey.document.dwelling.floor).toBe('keramik')
  expect((await give({ kind: 'approve' })).status).toBe(200)
})

test('[R7] an incomplete survey is not approved', async () => {
  await phone.sync(phone.change(aminah.id, step('dwelling/floor', 'tanah', null)))
  expect(await (await give({ kind: 'approve' })).json()).toMatchObject({ code: 'survey-incomplete' })
})

test('[R7] a house where nobody was at home is visited again: its survey is neither submitted nor approved', async () => {
  const closedDoor = patchBetween(
    EMPTY_DOCUMENT,
    documentOf([
      [`visits/${VISIT}/order`, 2],
      [`visits/${VISIT}/at`, '2026-11-24T09:00:00+07:00'],
      [`visits/${VISIT}/result`, 'tidak_di_rumah'],
      [`visits/${VISIT}/revisitOn`, '2026-11-27'],
    ]),
  )
  const dedi = listedHousehold('Dedi')
  town.publish([aminah, dedi], '2026-11-02')
  const reply = await phone.sync(phone.change(dedi.id, closedDoor, { command: { kind: 'submit' } }))
  expect(reply.results).toEqual([
    expect.objectContaining({ outcome: 'applied', refused: 'survey-incomplete' }),
  ])

  await phone.sync(phone.change(aminah.id, closedDoor))
  expect(await (await give({ kind: 'approve' })).json()).toMatchObject({ code: 'survey-incomplete' })
  expect(await statusOf()).toBe('submitted')
})

test('reading one record, and every command, enters the audit log, whose chain holds', async () => {
  await give({ kind: 'approve' })
  const actions = town.server.database
    .query<{ action: string }>('select action from audit order by seq')
    .all()
    .map(({ action }) => action)
  expect(actions).toEqual(
    expect.arrayContaining(['session.open', 'sync.push', 'review.read', 'review.approve']),
  )
  expect(town.server.audit.firstBroken()).toBeNull()
})

test('a conflict shows what stands now, not what stood when it arose', async () => {
  await town.account('asep', 'enumerator')
  const asep = await town.phone('asep')
  await asep.sync(asep.change(aminah.id, step('dwelling/floor', null, 'keramik')))
  await phone.sync(phone.change(aminah.id, step('dwelling/floor', 'tanah', 'bambu')))
  const [conflict] = (await detail()).conflicts
  expect(conflict?.answers).toEqual({ 'dwelling/floor': { current: 'bambu', offered: 'keramik' } })
})

test('[R1] of a survey that was handed over, the review tells no account, only to whom by name', async () => {
  const asep = await town.account('asep', 'enumerator', '005')
  await town.account('jauh', 'enumerator', '006')
  const far = await town.phone('jauh')
  const siti = listedHousehold('Siti')
  town.publish([aminah, siti], '2026-11-20')
  const change = far.change(siti.id, completePatch(siti.known), { command: { kind: 'submit' } })
  await far.sync(change)
  const { held } = heldListSchema.parse(await (await supervisor.get('/api/quarantine')).json())
  const act = { kind: 'hand', to: asep, note: 'Tolong lanjutkan.' }
  expect((await supervisor.post(`/api/quarantine/${held[0]?.id}/acts`, act)).status).toBe(200)
  const text = await (await supervisor.get(`/api/reviews/${change.survey}`)).text()
  expect(text).toContain('Tolong lanjutkan.')
  expect(text).not.toContain(asep)
})
