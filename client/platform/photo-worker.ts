import type { PhotoType, ShrunkPhoto } from '../ports/photos.ts'
import { encodeWithin, fitInto, LONGEST_SIDE, type ShrinkStep } from './shrink-steps.ts'

declare const self: DedicatedWorkerGlobalScope

/** Longest side of a thumbnail, pixels: 144 on the screen of a phone. */
const THUMBNAIL = { side: 288, quality: 0.7 }

// One picture in; the photo out, or null where the browser cannot read it or has no memory left to draw it.
self.addEventListener('message', (event: MessageEvent<Blob | ImageBitmap>) => {
  void shrink(event.data)
    .catch(() => null)
    .then((photo) => self.postMessage(photo))
})

async function shrink(picture: Blob | ImageBitmap): Promise<ShrunkPhoto | null> {
  const bitmap = await bitmapOf(picture)
  if (!bitmap) return null
  // The millions of pixels are gone through once; all further sizes come from this one.
  const whole = draw(bitmap, LONGEST_SIDE)
  bitmap.close()
  const encodeStep = async ({ side, quality }: ShrinkStep) => {
    const canvas = side === LONGEST_SIDE ? whole : draw(whole, side)
    return { blob: await encode(canvas, quality), width: canvas.width, height: canvas.height }
  }
  const { blob, width, height } = await encodeWithin(encodeStep)
  const thumbnail = await encode(draw(whole, THUMBNAIL.side), THUMBNAIL.quality)
  return { blob, type: blob.type as PhotoType, width, height, thumbnail }
}

async function bitmapOf(picture: Blob | ImageBitmap): Promise<ImageBitmap | null> {
  if (picture instanceof ImageBitmap) return picture
  try {
    // The way up is a note in the metadata, which does not outlive this: the pixels themselves are turned.
    return await createImageBitmap(picture, { imageOrientation: 'from-image' })
  } catch {
    return null
  }
}

/** Only pixels go in, so only pixels come out: nothing of the picture's metadata is copied. */
function draw(picture: ImageBitmap | OffscreenCanvas, side: number): OffscreenCanvas {
  const { width, height } = fitInto(picture, side)
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('the worker has no canvas to draw on')
  // A picture may be clear in places, a photo may not: JPEG would make them black.
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, width, height)
  return canvas
}

/** A browser that cannot write WebP gives PNG instead: then JPEG. */
async function encode(canvas: OffscreenCanvas, quality: number): Promise<Blob> {
  const webp = await canvas.convertToBlob({ type: 'image/webp', quality })
  return webp.type === 'image/webp' ? webp : canvas.convertToBlob({ type: 'image/jpeg', quality })
}
