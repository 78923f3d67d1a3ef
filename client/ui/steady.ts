import { computed, type ReadonlySignal } from '@preact/signals'

/**
 * A computed signal that keeps its value as long as the next one is the same by `isSame`, so that what reads it is not
 * drawn again for nothing.
 */
export function steady<Value>(
  work: () => Value,
  isSame: (before: Value, now: Value) => boolean,
): ReadonlySignal<Value> {
  let held: { readonly value: Value } | null = null
  return computed(() => {
    const value = work()
    if (held === null || !isSame(held.value, value)) held = { value }
    return held.value
  })
}

/** By what plain data holds: lists in their order, records by their keys, whatever the order of these. */
export function isSameData(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every(
      (key) =>
        Object.hasOwn(b, key) &&
        isSameData((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  )
}
