import type { Page } from '@playwright/test'

const SIDE = { width: 4000, height: 3000 }

/** A picture of 12 megapixels with as much detail as a photo has, as a camera encodes it. Made on the page. */
export async function cameraPicture(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async ({ width, height }) => {
    const context = new OffscreenCanvas(width, height).getContext('2d')
    if (!context) throw new Error('no canvas')
    const pixels = context.createImageData(width, height)
    let seed = 1
    for (let at = 0; at < pixels.data.length; at += 4) {
      seed = (seed * 16_807) % 2_147_483_647
      const place = at / 4
      const light = 110 + 70 * Math.sin((place % width) / 90) + 40 * Math.sin(place / width / 60)
      const grain = (seed % 24) - 12
      pixels.data.set([light + grain, light * 0.9 + grain, light * 0.7 + grain, 255], at)
    }
    context.putImageData(pixels, 0, 0)
    const blob = await context.canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
    const bytes = new Uint8Array(await blob.arrayBuffer())
    let text = ''
    for (let at = 0; at < bytes.length; at += 8192)
      text += String.fromCharCode(...bytes.subarray(at, at + 8192))
    return btoa(text)
  }, SIDE)
  return Buffer.from(base64, 'base64')
}
