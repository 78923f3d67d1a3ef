/**
 * Brings a question into view and focuses its control; among radios the chosen one, as the keyboard would.
 * @returns false where it is not on this screen
 */
export function focusField(id: string): boolean {
  const named = document.getElementById(id)
  const control =
    document.querySelector<HTMLElement>(`input[type=radio][name="${CSS.escape(id)}"]:checked`) ?? named
  if (!control) return false
  const place = control.closest<HTMLElement>('.field') ?? control
  place.scrollIntoView({ block: isTall(place) ? 'start' : 'center' })
  control.focus({ preventScroll: true })
  return true
}

/** Whether its label would leave the free room if its middle stood in the middle of the screen. */
function isTall(place: HTMLElement): boolean {
  const bar = parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) || 0
  return place.offsetHeight > window.innerHeight - 2 * bar
}
