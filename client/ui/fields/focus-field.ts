/**
 * Brings a question into view and focuses its control; among radios the chosen one, as the keyboard would.
 * @returns false where it is not on this screen
 */
export function focusField(id: string): boolean {
  const control = controlOf(id)
  if (!control) return false
  const place = control.closest<HTMLElement>('.field') ?? control
  place.scrollIntoView({ block: isTall(place) ? 'start' : 'center' })
  control.focus({ preventScroll: true })
  return true
}

/**
 * Keeps the focus with a question when what was pressed beside its control is gone. Of a control that would bring up the
 * keyboard the label gets it: there is nothing to be typed.
 */
export function focusQuestion(id: string): void {
  const control = controlOf(id)
  const label = document.getElementById(`${id}-label`)
  if (!label || !control?.matches('input[type=text], textarea'))
    return control?.focus({ preventScroll: true })
  label.tabIndex = -1
  label.focus({ preventScroll: true })
}

/** Among radios the chosen one, as the keyboard would. */
function controlOf(id: string): HTMLElement | null {
  const chosen = document.querySelector<HTMLElement>(`input[type=radio][name="${CSS.escape(id)}"]:checked`)
  return chosen ?? document.getElementById(id)
}

/** Whether its label would leave the free room if its middle stood in the middle of the screen. */
function isTall(place: HTMLElement): boolean {
  const bar = parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) || 0
  return place.offsetHeight > window.innerHeight - 2 * bar
}
