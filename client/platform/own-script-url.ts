import type { Workbox } from 'workbox-window'

type ScriptUrl = ConstructorParameters<typeof Workbox>[0]

type PolicyFactory = {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): ScriptUrl }
}

/**
 * The app's one Trusted Types policy: lets our own service worker through and nothing else. To be called once;
 * the Content-Security-Policy allows the name `yesjitu` a single time.
 */
export function createOwnScriptUrl(own: string): ScriptUrl {
  const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes
  if (!factory) return own
  const policy = factory.createPolicy('yesjitu', {
    createScriptURL(url) {
      if (url !== own) throw new TypeError('not a script of this app')
      return url
    },
  })
  return policy.createScriptURL(own)
}
