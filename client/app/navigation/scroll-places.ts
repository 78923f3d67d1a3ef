/** Where each screen was left, so that a return finds it again. */
export type ScrollPlaces = {
  /** Keeps the place of the screen in view. */
  readonly note: (scrollY: number) => void
  /** The screen in view is another now; says where to put it. */
  readonly arrive: (path: string, isReturn: boolean) => number
}

/**
 * A screen is taken up where it was left on a return by the browser's back, and whenever it keeps its place
 * (lists: one comes back to them by links too); else it begins at its top.
 */
export function createScrollPlaces(first: string, keepsPlace: (path: string) => boolean): ScrollPlaces {
  const places = new Map<string, number>()
  let inView = first
  return {
    note: (scrollY) => void places.set(inView, scrollY),
    arrive: (path, isReturn) => {
      inView = path
      return isReturn || keepsPlace(path) ? (places.get(path) ?? 0) : 0
    },
  }
}
