import type { Path } from '../../../shared/survey/path.ts'
import { focusField } from '../../ui/fields/focus-field.ts'

/** A restart on a slow phone draws a long section in less: what is not there by then is nowhere on this screen. */
const LONGEST_MS = 5000
const ACTS = ['pointerdown', 'keydown'] as const

/**
 * Focuses a question now, or as soon as it is drawn, for a while, unless the person does something else first.
 * @returns whether it is there already
 */
export function focusWhenDrawn(path: Path): boolean {
  if (focusField(path)) return true
  const until = performance.now() + LONGEST_MS
  let isOver = false
  const end = () => {
    isOver = true
    for (const act of ACTS) removeEventListener(act, end, true)
  }
  const look = () => {
    if (isOver) return
    if (focusField(path) || performance.now() > until) end()
    else requestAnimationFrame(look)
  }
  for (const act of ACTS) addEventListener(act, end, true)
  requestAnimationFrame(look)
  return false
}
