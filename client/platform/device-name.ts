const MAX_LENGTH = 200

/** How a supervisor recognises this installation in a list of devices. */
export function deviceName(): string {
  return navigator.userAgent.slice(0, MAX_LENGTH)
}
