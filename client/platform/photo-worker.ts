import type { PhotoType, ShrunkPhoto } from '../ports/photos.ts'
import { encodeWithin, fitInto, type ShrinkStep } from './shrink-steps.ts'

declare const self: DedicatedWorkerGlobalScope

/** Longest side of a thumbnail, pixels: 144 on the screen of a phone. */
const THUMBNAIL = { side: 288, quality: 0.7 }

// One picture in; the photo out, or null where the browser cannot read it.
self.addEventListener('message', (event: MessageEvent<Blob | ImageBitmap>) => {
  void shrink(event.data).then((photo) => self.postMessage(photo))
})

async function shrink(picture: Blob | ImageBitmap): Promise<ShrunkPhoto | null> {
  const bitmap = await bitmapOf(picture)
  if (!bitmap) return null
  const { blob, width, height } = await encodeWithin((step) => encode(bitmap, step))
  const { blob: thumbnail } = await encode(bitmap, THUMBNAIL)
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
async function encode(bitmap: ImageBitmap, { side, quality }: Pick<ShrinkStep, 'side' | 'quality'>) {
  const { width, height } = fitInto(bitmap, side)
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('the worker has no canvas to draw on')
  // A picture may be clear in places, a photo may not: JPEG would make them black.
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, width, height)
  const webp = await canvas.convertToBlob({ type: 'image/webp', quality })
  // A browser that cannot write WebP gives PNG instead.
  const blob = webp.type === 'image/webp' ? webp : await canvas.convertToBlob({ type: 'image/jpeg', quality })
  return { blob, width, height }
}
