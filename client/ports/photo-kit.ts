import type { Camera } from './camera.ts'
import type { PhotoShrinker, PhotoStore } from './photos.ts'

/** All that taking and showing photos needs of a device. */
export type PhotoKit = {
  readonly store: PhotoStore
  readonly shrinker: PhotoShrinker
  readonly camera: Camera
}
