import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: Parameters<typeof precacheAndRoute>[0]
}

// All files of this version are on the phone before it takes over; nothing is fetched page by page.
precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()

// Every page is the one page. The server's interface is never answered from here, nor looked at.
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api(\/|$)/] }))

// The first visit already works offline; a later version comes here only when it was told to take over.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

// A new version waits until a page says that no survey is open.
self.addEventListener('message', (event) => {
  if ((event.data as { readonly type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting()
})

// Sending is the pages' work; this only wakes them.
self.addEventListener('sync', (event) => {
  const { tag, waitUntil } = event as ExtendableEvent & { readonly tag: string }
  waitUntil.call(event, wakePages(tag))
})

async function wakePages(tag: string): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window' })
  for (const page of pages) page.postMessage(tag)
}
