import { expect, test } from '@playwright/test'
import { newId } from '../../server/platform/ids.ts'
import { assignmentBoardSchema } from '../../shared/api/assignments.ts'
import type { DeviceId } from '../../shared/ids.ts'
import { entriesOf } from '../../shared/survey/document.ts'
import type { HouseholdRecord } from '../../shared/sync/protocol.ts'
import { signIn, siteOf } from '../support/browser-session.ts'
import { choose, goTo, householdLinks, openPhone, PHONE, saved, stateLine } from '../support/people.ts'
import { createPhone } from '../support/phone.ts'
import { startServer, type ServerProcess } from '../support/server-process.ts'

test.use({ viewport: PHONE, contextOptions: { reducedMotion: 'reduce' } })

const PASSWORD = 'demo-bandung'

let server: ServerProcess
test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(() => server.end())

/** The households of the demo's first kelurahan, as Rina holds them. */
async function listed(): Promise<readonly HouseholdRecord[]> {
  const device = newId<DeviceId>()
  const phone = createPhone(await signIn(siteOf(server), 'rina', PASSWORD, device), device)
  for (let remaining = 1; remaining > 0;) remaining = (await phone.sync()).remaining
  return phone.news.flatMap((news) => (news.kind === 'household' ? [news.household] : []))
}

/** Leaves Rina one RW of her kelurahan. */
async function leaveOne({ kelurahan, rw }: HouseholdRecord['area']): Promise<void> {
  const admin = await signIn(siteOf(server), 'admin', PASSWORD, newId<DeviceId>())
  const board = assignmentBoardSchema.parse(await (await admin.get('/api/assignments')).json())
  const rina = board.accounts.find(({ username }) => username === 'rina')
  const whole = rina?.assignments[0]
  if (!rina || !whole) throw new Error('the demo gives Rina an area')
  await admin.delete(`/api/assignments/${whole.id}`)
  await admin.post('/api/assignments', { account: rina.id, kelurahan, rw })
}

test('who is recorded in an RW that is not hers is hinted at offline, and nobody is named', async ({
  page,
}) => {
  const households = await listed()
  const [own] = households
  const other = households.find(({ area }) => area.rw !== own?.area.rw)
  const member = other && entriesOf(other.known.members).find(([, { nik }]) => nik !== undefined)?.[1]
  if (!own || !member) throw new Error('the demo has several RW')
  await leaveOne(own.area)

  const told = page.waitForResponse((response) => response.url().endsWith('/api/nik-hints'))
  await openPhone(page, server.url, 'rina')
  await expect(stateLine(page)).toContainText('semua terkirim')
  await (await told).finished()
  await page.context().setOffline(true)

  await householdLinks(page).first().click()
  await choose(page, 'Hasil kunjungan', 'Selesai didata')
  await saved(page)
  await goTo(page, 'Anggota')
  await page.getByRole('button', { name: 'Tambah anggota' }).first().click()
  await page.keyboard.type('Seseorang Baru')
  const nik = page.getByRole('textbox', { name: /^NIK/ })
  await nik.fill(member.nik ?? '')
  await nik.blur()
  const hint = page.getByRole('status').filter({ hasText: 'mungkin sudah terdata di RW lain' })
  await expect(hint).toBeVisible()
  await expect(hint).not.toContainText(member.name ?? '')
  await saved(page)

  await nik.fill(`${member.nik?.slice(0, 15)}${(Number(member.nik?.at(-1)) + 1) % 10}`)
  await nik.blur()
  await expect(hint).toHaveCount(0)
})
