/**
 * Brings a question into view and focuses its control; among radios the chosen one, as the keyboard would.
 * @returns false where it is not on this screen
 */
export function focusField(id: string): boolean {
  const named = document.getElementById(id)
  const control =
    document.querySelector<HTMLElement>(`input[type=radio][name="${CSS.escape(id)}"]:checked`) ?? named
  if (!control) return false
  const place = control.closest('.field') ?? control
  place.scrollIntoView({ block: 'center' })
  control.focus({ preventScroll: true })
  return true
}
