import type { Workbox } from 'workbox-window'

export type ScriptUrl = ConstructorParameters<typeof Workbox>[0]

type PolicyFactory = {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): ScriptUrl }
}

/**
 * The app's one Trusted Types policy: lets our own service worker and workers through and nothing else. To be
 * called once; the Content-Security-Policy allows the name `yesjitu` a single time.
 * @param own all scripts that the page starts beside itself
 * @returns a function that throws for any other URL
 */
export function createOwnScriptUrls(own: readonly string[]): (url: string) => ScriptUrl {
  const rules = {
    createScriptURL(url: string) {
      if (!own.includes(url)) throw new TypeError('not a script of this app')
      return url
    },
  }
  const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes
  const policy = factory ? factory.createPolicy('yesjitu', rules) : rules
  return (url) => policy.createScriptURL(url)
}
