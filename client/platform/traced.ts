/** Under this name `createDeviceTraces` writes. Only here, so that a start needs no more than a look. */
export const TRACES = 'yesjitu-traces'

/** Whether something stands in the traces of this installation's devices: an id, a word; an empty text for any. */
export function traced(text: string): boolean | undefined {
  try {
    return localStorage.getItem(TRACES)?.includes(text)
  } catch {
    return false
  }
}
