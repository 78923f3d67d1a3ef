import { createHash } from 'node:crypto'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { chromiumOptions } from '../support/chromium.ts'
import { CAMERA_MAKE, withExif } from '../support/exif-jpeg.ts'
import { choose, goTo, householdLinks, openPhone, PHONE } from '../support/people.ts'
import { tapTwice } from '../support/tap-twice.ts'
import { startServer, type ServerProcess } from '../support/server-process.ts'

test.use({
  viewport: PHONE,
  hasTouch: true,
  launchOptions: {
    ...chromiumOptions,
    args: [
      ...(chromiumOptions.args ?? []),
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  },
})

let server: ServerProcess
// Drafts reach the next test's phone by the server: each has a household of its own.
let household = 0

test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(() => server.end())

test.beforeEach(async ({ page }) => {
  await openPhone(page, server.url, 'rina')
  await householdLinks(page).nth(household++).click()
  await choose(page, 'Hasil kunjungan', 'Selesai didata')
  await goTo(page, 'Foto dan penutup')
})

const slotOf = (page: Page, label: string): Locator => page.getByRole('group', { name: label })
const kept = (slot: Locator) => expect(slot.getByText('Foto tersimpan di ponsel ini')).toBeVisible()

type StoredRow = { readonly id: string; readonly body: readonly number[]; readonly type: string }

/** The photos that lie in the device's database, as they are on the disk. */
function storedPhotos(page: Page): Promise<StoredRow[]> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(new Error(String(request.error))))
      })
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
    const rows: StoredRow[] = []
    for (const name of names.filter((each) => /^yesjitu-[0-9a-f]/.test(each))) {
      const database = await done(indexedDB.open(name))
      const photos = database.transaction('photos').objectStore('photos')
      for (const { id, body, type } of await done(photos.getAll())) rows.push({ id, body: [...body], type })
      database.close()
    }
    return rows
  })
}

/** A picture whose left upper corner is red and the rest grey, 12 megapixels, as a camera encodes it. */
/** @param patches of random grey over it, which no encoder makes small */
async function cameraPicture(page: Page, patches = 0): Promise<Buffer> {
  const base64 = await page.evaluate(async (count) => {
    const canvas = new OffscreenCanvas(4000, 3000)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.fillStyle = '#888888'
    context.fillRect(0, 0, 4000, 3000)
    context.fillStyle = '#ff0000'
    context.fillRect(0, 0, 1000, 1000)
    let seed = 1
    const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
    for (let patch = 0; patch < count; patch++) {
      context.fillStyle = `rgb(${next(256)} ${next(256)} ${next(256)})`
      context.fillRect(next(4000), next(3000), 20 + next(60), 20 + next(60))
    }
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 })
    const bytes = new Uint8Array(await blob.arrayBuffer())
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  }, patches)
  return Buffer.from(base64, 'base64')
}

/** Size of a picture and the colours of its upper corners, as the browser draws it. */
function looksOf(page: Page, { body, type }: StoredRow) {
  return page.evaluate(
    async ({ bytes, kind }) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: kind }))
      const { width, height } = bitmap
      const context = new OffscreenCanvas(width, height).getContext('2d')
      if (!context) throw new Error('no canvas')
      context.drawImage(bitmap, 0, 0)
      const isRed = (x: number) => {
        const [red = 0, green = 0] = context.getImageData(x, 10, 1, 1).data
        return red > 200 && green < 80
      }
      return { width, height, redLeft: isRed(10), redRight: isRed(width - 10) }
    },
    { bytes: body, kind: type },
  )
}

test('a thumb that comes down twice on the camera’s button presses nothing behind it', async ({ page }) => {
  const slot = slotOf(page, 'Rumah dari depan')
  await slot.getByRole('button', { name: 'Ambil foto' }).click()
  const camera = page.getByRole('dialog', { name: 'Kamera: Rumah dari depan' })
  await camera.getByRole('button', { name: 'Ambil foto' }).click()
  await tapTwice(page, camera.getByRole('button', { name: 'Pakai' }), 350)
  await kept(slot)
  await expect(page).toHaveURL(/\/closing$/)
})

test('a photo is taken inside the page, looked at, taken again and deleted', async ({ page }) => {
  const slot = slotOf(page, 'Rumah dari depan')
  await slot.getByRole('button', { name: 'Ambil foto' }).click()
  const camera = page.getByRole('dialog', { name: 'Kamera: Rumah dari depan' })
  const shutter = camera.getByRole('button', { name: 'Ambil foto' })
  await expect(shutter).toBeEnabled()
  await shutter.click()
  await camera.getByRole('button', { name: 'Ulangi' }).click()
  await shutter.click()
  await camera.getByRole('button', { name: 'Pakai' }).click()
  await kept(slot)
  expect(await storedPhotos(page)).toHaveLength(1)

  await slot.getByRole('button', { name: 'Perbesar foto' }).click()
  const viewer = page.getByRole('dialog', { name: 'Rumah dari depan' })
  await expect(viewer.getByRole('img', { name: 'Rumah dari depan' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(slot.getByRole('button', { name: 'Perbesar foto' })).toBeFocused()

  const [first] = await storedPhotos(page)
  await slot.getByRole('button', { name: 'Foto ulang' }).click()
  await expect(shutter).toBeEnabled()
  await shutter.click()
  await camera.getByRole('button', { name: 'Pakai' }).click()
  await expect.poll(async () => (await storedPhotos(page)).map(({ id }) => id)).not.toEqual([first?.id])
  await kept(slot)
  expect(await storedPhotos(page)).toHaveLength(1)

  await page.reload()
  await expect(slot.getByRole('button', { name: 'Perbesar foto' }).locator('img')).toBeVisible()
  await slot.getByRole('button', { name: 'Hapus foto' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Hapus foto' }).click()
  await expect(slot.getByText('Foto dihapus')).toBeVisible()
  expect(await storedPhotos(page)).toEqual([])
})

test('a picture of the gallery becomes small and upright, and says no more where and by what it was taken', async ({
  page,
}) => {
  const picture = withExif(await cameraPicture(page), 6)
  const slot = slotOf(page, 'Kartu Keluarga')
  const file = { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: picture }
  await slot.locator('input[type=file]').setInputFiles(file)
  await kept(slot)
  const [row] = await storedPhotos(page)
  if (!row) throw new Error('the photo was not stored')
  const bytes = Buffer.from(row.body)
  expect(picture.includes(CAMERA_MAKE)).toBe(true)
  expect(bytes.includes('Exif') || bytes.includes('EXIF') || bytes.includes(CAMERA_MAKE)).toBe(false)
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(row.id)
  expect(bytes.length).toBeLessThan(160 * 1024)
  expect(await looksOf(page, row)).toEqual({ width: 1200, height: 1600, redLeft: false, redRight: true })
})

test('a picture full of detail becomes as small as one of a wall', async ({ page }) => {
  const picture = await cameraPicture(page, 6000)
  const slot = slotOf(page, 'Rumah dari depan')
  const file = { name: 'IMG_0003.jpg', mimeType: 'image/jpeg', buffer: picture }
  await slot.locator('input[type=file]').setInputFiles(file)
  // Each step of the encoder takes its time.
  await expect(slot.getByText('Foto tersimpan di ponsel ini')).toBeVisible({ timeout: 60_000 })
  const [row] = await storedPhotos(page)
  expect(row?.body.length).toBeGreaterThan(40 * 1024)
  expect(row?.body.length).toBeLessThan(151 * 1024)
})

test('one picture of the gallery is not taken for two things; the last page names what there is', async ({
  page,
}) => {
  const file = { name: 'IMG_0002.jpg', mimeType: 'image/jpeg', buffer: await cameraPicture(page) }
  const card = slotOf(page, 'Kartu Keluarga')
  await card.locator('input[type=file]').setInputFiles(file)
  await kept(card)
  const front = slotOf(page, 'Rumah dari depan')
  await front.locator('input[type=file]').setInputFiles(file)
  await expect(front.getByText('Foto ini sudah dipakai untuk Kartu Keluarga. Pilih foto lain.')).toBeVisible()
  await expect(front.getByRole('button', { name: 'Ambil foto' })).toBeVisible()
  await expect(card.getByRole('button', { name: 'Perbesar foto' }).locator('img')).toBeVisible()
  expect(await storedPhotos(page)).toHaveLength(1)
  await goTo(page, 'Periksa dan serahkan')
  const summary = page
    .locator('.card')
    .filter({ has: page.getByRole('heading', { name: 'Foto dan penutup' }) })
  await expect(summary).toContainText('Kartu Keluarga')
})

test('what is no picture is refused in words, and the slot stays as it was', async ({ page }) => {
  const slot = slotOf(page, 'Bagian dalam rumah')
  const file = { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a picture') }
  await slot.locator('input[type=file]').setInputFiles(file)
  await expect(slot.getByText('Gambar ini tidak dapat dibaca')).toBeVisible()
  await expect(slot.getByRole('button', { name: 'Ambil foto' })).toBeVisible()
})

test('where the camera is not allowed, words say what to do, and the gallery stays', async ({ page }) => {
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))
  })
  const slot = slotOf(page, 'Bagian dalam rumah')
  await slot.getByRole('button', { name: 'Ambil foto' }).click()
  await expect(slot.getByText('Kamera belum diizinkan')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(slot.getByLabel('Dari galeri')).toBeEnabled()
})

test('without a network a photo is taken as well, with scripts that were never fetched before', async ({
  page,
  context,
}) => {
  await context.setOffline(true)
  await page.reload()
  const slot = slotOf(page, 'Rumah dari depan')
  await slot.getByRole('button', { name: 'Ambil foto' }).click()
  const camera = page.getByRole('dialog', { name: 'Kamera: Rumah dari depan' })
  await expect(camera.getByRole('button', { name: 'Ambil foto' })).toBeEnabled()
  await camera.getByRole('button', { name: 'Ambil foto' }).click()
  await camera.getByRole('button', { name: 'Pakai' }).click()
  await kept(slot)
})
