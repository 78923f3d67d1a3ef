/**
 * Brings a question into view and focuses its control.
 * @returns false where it is not on this screen
 */
export function focusField(id: string): boolean {
  const control = document.getElementById(id)
  if (!control) return false
  const place = control.closest('.field') ?? control
  place.scrollIntoView({ block: 'center' })
  control.focus({ preventScroll: true })
  return true
}
