import type { ReadonlySignal } from '@preact/signals'

/** New versions of the app on this device. */
export interface Updates {
  /** a new version is here and waits to be taken */
  readonly ready: ReadonlySignal<boolean>
  /** Keeps the app on the device for the time without a network, and looks for new versions from now on. */
  start(): void
  /** Takes the new version and reloads all pages of the app. To be offered only while no survey is open. */
  take(): void
}

/** Whether the browser would put the app on the home screen. */
export interface InstallOffer {
  readonly possible: ReadonlySignal<boolean>
  /** Shows the browser's own question. */
  ask(): Promise<'accepted' | 'dismissed'>
}
