import { expect, test } from '@playwright/test'
import type { DeviceId } from '../../shared/ids.ts'
import { newId } from '../../server/platform/ids.ts'
import { completePatch } from '../support/answers.ts'
import { signIn as signInByApi, siteOf } from '../support/browser-session.ts'
import { DESK, openPhone, PHONE, signIn } from '../support/people.ts'
import { createPhone } from '../support/phone.ts'
import { auditScreen } from '../support/screen-audit.ts'
import { startServer, type ServerProcess } from '../support/server-process.ts'

test.use({ viewport: PHONE, contextOptions: { reducedMotion: 'reduce' }, trace: 'off' })
test.describe.configure({ timeout: 300_000 })

let server: ServerProcess
test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(() => server.end())

const GIVE = 'Sama dengan rumah tangga lain…'

test('a supervisor says that two households are the same; the phone leads from one to the other; it is undone', async ({
  page,
  browser,
}) => {
  const device = newId<DeviceId>()
  const phone = createPhone(await signInByApi(siteOf(server), 'rina', 'demo-bandung', device), device)
  const { news } = await phone.sync()
  const houses = news.flatMap((item) => (item.kind === 'household' ? [item.household] : []))
  const [one, other] = houses.filter(({ known }) => known.location.address !== undefined)
  if (!one || !other) throw new Error('the demo lists no two households')
  const address = String(other.known.location.address)
  const { survey, ...change } = phone.change(one.id, completePatch(one.known), {
    command: { kind: 'submit' },
  })
  await phone.sync({ survey, ...change })

  const office = await (await browser.newContext({ viewport: DESK, locale: 'id-ID' })).newPage()
  await office.goto(server.url)
  await signIn(office, 'pengawas')
  await expect(office.getByRole('heading', { name: 'Tinjauan', level: 1 })).toBeVisible()
  await office.goto(`${server.url}/reviews/${survey}`)
  const giveIt = office.getByRole('button', { name: GIVE })
  const openMenu = () => office.getByRole('button', { name: 'Tindakan lain' }).click()
  await openMenu()
  await giveIt.click()
  const dialog = office.getByRole('dialog', { name: 'Sama dengan rumah tangga mana?' })
  const say = dialog.getByRole('button', { name: 'Nyatakan sama' })
  await dialog.getByRole('textbox', { name: 'Nama, alamat, NIK, atau KK' }).fill(address)
  await say.click()
  await expect(dialog.getByText('Pilih satu rumah tangga')).toBeVisible()
  await dialog.getByRole('radio', { name: address }).first().check()
  await say.click()
  await expect(dialog.getByText('Tulis alasannya')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Satu rumah, dua kartu keluarga.')
  expect(await auditScreen(office, { names: [], isField: false })).toEqual([])
  await say.click()
  await expect(dialog).toBeHidden()
  const undo = office.getByRole('button', { name: 'Urungkan…' })
  await expect(undo).toBeVisible()
  expect(await auditScreen(office, { names: [], isField: false })).toEqual([])

  await openPhone(page, server.url, 'rina')
  await page.goto(`${server.url}/households/${one.id}`)
  const way = page.getByRole('link', { name: address })
  await expect(page.getByText('Sama dengan rumah tangga lain')).toBeVisible()
  expect(await auditScreen(page, { names: [], isField: true })).toEqual([])
  await expect(page.getByText('Lanjutkan di sana')).toBeVisible()
  await way.click()
  await expect(page).toHaveURL(new RegExp(`/households/${other.id}`))
  await expect(page.getByText('Tercatat juga sebagai')).toBeVisible()

  await undo.click()
  const no = office.getByRole('dialog', { name: 'Bukan rumah tangga yang sama?' })
  await no.getByRole('textbox', { name: 'Alasan' }).fill('Ternyata dua rumah.')
  await no.getByRole('button', { name: 'Urungkan', exact: true }).click()
  await expect(undo).toHaveCount(0)
  await openMenu()
  await expect(giveIt).toBeVisible()
  // One that lies with another enumerator: where, and no way that does not lead there.
  const away = newId<DeviceId>()
  const asep = createPhone(await signInByApi(siteOf(server), 'asep', 'demo-bandung', away), away)
  const theirs = (await asep.sync()).news.flatMap((item) =>
    item.kind === 'household' ? [item.household.id] : [],
  )
  const request = {
    id: newId(),
    kind: 'household',
    act: 'join',
    reason: 'Pindah.',
    subject: one.id,
    sameAs: theirs[0],
  }
  const pengawas = await signInByApi(siteOf(server), 'pengawas', 'demo-bandung', newId<DeviceId>())
  expect((await pengawas.post('/api/aliases', request)).status).toBe(204)
  await page.goto(`${server.url}/households/${one.id}`)
  await expect(page.getByText('Di wilayah pendata lain')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('sama dengan yang di bawah')).toBeVisible()
  await expect(page.getByText('Lanjutkan di sana')).toHaveCount(0)
})
