import { expect, test, type Page } from '@playwright/test'
import { periodsSchema } from '../../shared/api/periods.ts'
import type { DeviceId } from '../../shared/ids.ts'
import { EMPTY_DOCUMENT, nameOf, type SurveyDocument } from '../../shared/survey/document.ts'
import { patchBetween } from '../../shared/sync/patch.ts'
import { newId } from '../../server/platform/ids.ts'
import { signIn, siteOf } from '../support/browser-session.ts'
import { fillSurvey } from '../support/fill-survey.ts'
import {
  choose,
  goTo,
  householdLinks,
  openPhone,
  PHONE,
  saved,
  searchField,
  settleMembers,
} from '../support/people.ts'
import { createPhone } from '../support/phone.ts'
import { auditScreen } from '../support/screen-audit.ts'
import { startServer, type ServerProcess } from '../support/server-process.ts'

test.describe.configure({ mode: 'serial' })

const PASSWORD = 'demo-bandung'
const PROBLEMS = [
  ['kota.kebutuhan_pangan', 'Kekurangan pangan', 'berat'],
  ['ppks.bencana_alam', 'Korban bencana alam', 'sedang'],
  ['kota.utang_rentenir', 'Terjerat utang rentenir atau pinjaman daring', 'ringan'],
] as const

let server: ServerProcess
let phone: Page
let household = ''

test.beforeAll(async ({ browser }) => {
  server = await startServer()
  household = await sealProblems(server)
  phone = await (await browser.newContext({ viewport: PHONE, hasTouch: true })).newPage()
})
test.afterAll(() => server.end())

/** A household of the demo is surveyed with these problems, approved and sealed. */
async function sealProblems({ url }: ServerProcess): Promise<string> {
  const site = siteOf({ url })
  const device = newId<DeviceId>()
  const rina = createPhone(await signIn(site, 'rina', PASSWORD, device), device)
  for (let remaining = 1; remaining > 0;) remaining = (await rina.sync()).remaining
  const [first] = rina.news.flatMap((item) => (item.kind === 'household' ? [item.household] : []))
  if (!first) throw new Error('the demo has no household')
  const survey: SurveyDocument = {
    ...fillSurvey(first.known),
    problems: Object.fromEntries(
      PROBLEMS.map(([code, , severity], index) => [
        newId(),
        { order: index + 1, subject: 'household', code, severity, needs: ['perlindungan'], since: '2024' },
      ]),
    ),
  }
  const change = rina.change(first.id, patchBetween(EMPTY_DOCUMENT, survey), { command: { kind: 'submit' } })
  const { results } = await rina.sync(change)
  const supervisor = await signIn(site, 'pengawas', PASSWORD, newId<DeviceId>())
  const command = { id: newId(), version: results[0]?.version, command: { kind: 'approve' } }
  expect((await supervisor.post(`/api/reviews/${change.survey}/commands`, command)).status).toBe(200)
  const admin = await signIn(site, 'admin', PASSWORD, newId<DeviceId>())
  const [open] = periodsSchema.parse(await (await admin.get('/api/periods')).json()).periods
  expect((await admin.post(`/api/periods/${open?.id}/seal`, {})).status).toBe(200)
  return nameOf(first.known)
}

const known = (index: number) => phone.getByRole('article', { name: PROBLEMS[index]?.[1] ?? '', exact: true })
const recorded = (index: number) =>
  phone.getByRole('region', { name: PROBLEMS[index]?.[1] ?? '', exact: true })

test('at the next visit, problems that the register knows are asked about: still there, changed, solved', async () => {
  await openPhone(phone, server.url, 'rina')
  await searchField(phone).fill(household)
  await householdLinks(phone).filter({ hasText: household }).first().click()
  await choose(phone, 'Hasil kunjungan', 'Selesai didata')
  await goTo(phone, 'Anggota')
  await settleMembers(phone)
  await goTo(phone, 'Masalah')
  await expect(phone.getByRole('heading', { name: 'Tercatat sebelumnya: masih ada? (3)' })).toBeVisible()
  await expect(known(0)).toContainText('Membahayakan kesehatan atau keselamatan · sejak 2024')
  await known(0)
    .getByRole('button', { name: /^Masih sama/ })
    .click()
  await expect(known(0).getByRole('button', { name: /^Urungkan/ })).toBeVisible()
  await known(1)
    .getByRole('button', { name: /^Sudah teratasi/ })
    .click()
  // Answered and waiting ones stand side by side.
  expect(await auditScreen(phone, { names: [household], isField: true })).toEqual([])
  await known(2)
    .getByRole('button', { name: /^Berubah/ })
    .click()
  await expect(known(2)).toHaveCount(0)
  await recorded(2).getByRole('radio', { name: 'Membahayakan kesehatan atau keselamatan' }).check()
  await saved(phone)
  await recorded(2)
    .getByRole('button', { name: /^Selesai/ })
    .click()
})

test('taken back, it is asked again, and holds the survey back until it is answered', async () => {
  await known(1)
    .getByRole('button', { name: /^Urungkan/ })
    .click()
  const waiting = phone.getByRole('heading', { name: 'Tercatat sebelumnya: masih ada? (1)' })
  await expect(waiting).toBeVisible()
  await phone.getByRole('status').getByRole('button', { name: 'Urungkan' }).click()
  await expect(waiting).toHaveCount(0)
  await expect(known(1)).toContainText('Sudah teratasi')
  await known(1)
    .getByRole('button', { name: /^Urungkan/ })
    .click()
  await expect(waiting).toBeVisible()
  await goTo(phone, 'Periksa dan serahkan')
  const open = phone.getByRole('article', { name: 'Korban bencana alam' })
  await expect(open).toContainText('Masih ada, berubah, atau sudah teratasi?')
  await open.getByRole('button', { name: /^Tinjau/ }).click()
  await expect(phone.getByRole('heading', { name: 'Korban bencana alam' })).toBeFocused()
  await known(1)
    .getByRole('button', { name: /^Sudah teratasi/ })
    .click()
  await saved(phone)
  await goTo(phone, 'Alamat')
  await goTo(phone, 'Masalah')
  await expect(recorded(0)).toContainText('Membahayakan kesehatan atau keselamatan')
  await expect(recorded(1)).toContainText('Sudah teratasi')
  await expect(recorded(2)).toContainText('Membahayakan kesehatan atau keselamatan')
})
