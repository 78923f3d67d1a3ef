import { afterEach, beforeEach, expect, test } from 'vitest'
import { periodsSchema } from '../../shared/api/periods.ts'
import type { SurveyId } from '../../shared/ids.ts'
import type { HouseholdRecord, News } from '../../shared/sync/protocol.ts'
import { patchBetween, type Patch } from '../../shared/sync/patch.ts'
import { RESTRICTED_PROBLEMS } from '../../shared/catalogue/restricted-problems.ts'
import { EMPTY_DOCUMENT } from '../../shared/survey/document.ts'
import { newId, surveyId } from '../../server/platform/ids.ts'
import type { Browser } from '../support/browser-session.ts'
import { field, type Field } from '../support/field.ts'
import { fillSurvey } from '../support/fill-survey.ts'
import { listedHousehold } from '../support/listed.ts'
import { completePatch, step } from '../support/answers.ts'
import type { Phone } from '../support/phone.ts'

const VISIT = 'visits/01900000-0000-7000-8000-0000000000a1'

let town: Field
let phone: Phone
let supervisor: Browser
let admin: Browser
let aminah: HouseholdRecord

beforeEach(async () => {
  town = field()
  await town.account('rina', 'enumerator')
  await town.account('pengawas', 'supervisor')
  await town.account('admin', 'city-admin')
  aminah = listedHousehold('Aminah')
  town.publish([aminah, listedHousehold('Dedi')])
  phone = await town.phone('rina')
  supervisor = await town.browser('pengawas')
  admin = await town.browser('admin')
})
afterEach(() => town.end())

async function surveyAndApprove(patch: Patch): Promise<SurveyId> {
  const change = phone.change(aminah.id, patch, { command: { kind: 'submit' } })
  const reply = await phone.sync(change)
  expect(reply.results[0]).toMatchObject({ refused: null })
  const approved = await supervisor.post(`/api/reviews/${change.survey}/commands`, {
    id: newId(),
    version: reply.results[0]?.version,
    command: { kind: 'approve' },
  })
  expect(approved.status).toBe(200)
  return change.survey
}

const periods = async () => periodsSchema.parse(await (await admin.get('/api/periods')).json()).periods

async function seal(): Promise<void> {
  const [open] = await periods()
  expect((await admin.post(`/api/periods/${open?.id}/seal`, {})).status).toBe(200)
}

const kinds = (news: readonly News[]) => news.map((item) => item.kind).sort()

test('a sealed survey is folded, and the phone learns the register’s new version', async () => {
  const survey = await surveyAndApprove(completePatch(aminah.known))
  await phone.sync()
  expect((await periods())[0]?.figures).toMatchObject({ surveys: 1, households: 1 })
  await seal()
  const { news } = await phone.sync()
  expect(kinds(news)).toEqual(['household', 'survey'])
  expect(news).toContainEqual(
    expect.objectContaining({
      household: expect.objectContaining({ id: aminah.id, registerVersion: 1, source: 'register' }),
    }),
  )
  expect(news).toContainEqual(
    expect.objectContaining({ survey: expect.objectContaining({ id: survey, status: 'folded' }) }),
  )
})

test('[S9] a change that reaches a folded survey goes to the household’s next one, marked late', async () => {
  const survey = await surveyAndApprove(completePatch(aminah.known))
  await seal()
  const reply = await phone.sync(phone.change(aminah.id, step('dwelling/floor', 'tanah', 'keramik')))
  const next = surveyId(aminah.id, 1)
  expect(reply.results[0]).toMatchObject({ outcome: 'applied', survey: next, conflicts: 0 })
  const news = reply.news.flatMap((item) => (item.kind === 'survey' ? [item.survey] : []))
  expect(news).toContainEqual(
    expect.objectContaining({
      id: next,
      late: true,
      document: expect.objectContaining({ dwelling: { floor: 'keramik' } }),
    }),
  )
  expect(news.find(({ id }) => id === survey)?.document.dwelling.floor).toBe('tanah')
})

test('[N5] a household that moved away leaves the phones with the seal', async () => {
  const moved = step(`${VISIT}/result`, null, 'pindah')
  await surveyAndApprove({
    ...moved,
    ...step(`${VISIT}/order`, null, 1),
    ...step(`${VISIT}/at`, null, '2026-11-23T10:00:00+07:00'),
  })
  await phone.sync()
  await seal()
  const { news } = await phone.sync()
  expect(news).toContainEqual(expect.objectContaining({ kind: 'leave', household: aminah.id }))
  const fresh = await town.phone('rina')
  const all = (await fresh.sync()).news
  expect(all.flatMap((item) => (item.kind === 'household' ? [item.household.id] : []))).not.toContain(
    aminah.id,
  )
})

test('problems of the register reach the next visit; a type that was restricted since then never does', async () => {
  const problem = { order: 1, subject: 'household', severity: 'berat' }
  const survey = {
    ...fillSurvey(aminah.known),
    problems: {
      [newId()]: { ...problem, code: 'kota.kebutuhan_pangan' },
      [newId()]: { ...problem, code: 'kota.tanpa_jamban' },
    },
  }
  await surveyAndApprove(patchBetween(EMPTY_DOCUMENT, survey))
  await seal()
  const codesOn = (news: readonly News[]) =>
    news.flatMap((item) =>
      item.kind === 'household' && item.household.id === aminah.id
        ? [Object.values(item.household.known.problems).map(({ code }) => code)]
        : [],
    )
  const { news } = await phone.sync()
  expect(codesOn(news).map((codes) => codes.toSorted())).toEqual([
    ['kota.kebutuhan_pangan', 'kota.tanpa_jamban'],
  ])
  const restricted = RESTRICTED_PROBLEMS[0]?.code ?? ''
  town.server.database.write((tx) =>
    town.server.database.command(
      `update register_household set document = replace(document, 'kota.tanpa_jamban', ?)`,
    )(tx, restricted),
  )
  const fresh = await town.phone('rina')
  expect(codesOn((await fresh.sync()).news)).toEqual([['kota.kebutuhan_pangan']])
})

test('a survey approved after the cut-off waits for the next period', async () => {
  await seal()
  await surveyAndApprove(completePatch(aminah.known))
  const [open, sealed] = await periods()
  expect(sealed).toMatchObject({ state: 'sealed', figures: { surveys: 0 } })
  expect(open).toMatchObject({ state: 'open', figures: { surveys: 1 } })
})

test('[N5] a household whose address was corrected moves to its new RW on every phone', async () => {
  await town.account('asep', 'enumerator', '006')
  const asep = await town.phone('asep')
  await asep.sync()
  await surveyAndApprove({ ...completePatch(aminah.known), 'location/rw': { from: null, to: '006' } })
  await seal()
  expect((await asep.sync()).news).toContainEqual(
    expect.objectContaining({ household: expect.objectContaining({ id: aminah.id, registerVersion: 1 }) }),
  )
  const { news } = await phone.sync()
  expect(news).toContainEqual({ kind: 'leave', stream: aminah005, household: aminah.id })
})

const aminah005 = '32.73.01.1001/005'

test('a month that has not begun is not sealed', async () => {
  await seal()
  const refused = await admin.post('/api/periods/2026-12/seal', {})
  expect(await refused.json()).toMatchObject({ code: 'period-not-next' })
})
