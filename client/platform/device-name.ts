const MAX_LENGTH = 200
const HINTS = ['model', 'platformVersion']

/** User-Agent Client Hints, which not every browser has. */
type Hints = { readonly getHighEntropyValues?: (hints: string[]) => Promise<Record<string, string>> }

/**
 * What a supervisor recognises this installation by in a list of devices, for `deviceText` to be read: its model and
 * the version of its system, each empty where the browser does not say it, and the user agent.
 */
export async function deviceName(): Promise<string> {
  const { userAgentData } = navigator as { readonly userAgentData?: Hints }
  const said = await userAgentData?.getHighEntropyValues?.(HINTS).catch(() => undefined)
  return [...HINTS.map((hint) => said?.[hint]), navigator.userAgent].join(';').slice(0, MAX_LENGTH)
}
