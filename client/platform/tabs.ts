import type { Tabs } from '../ports/tabs.ts'

/** Pages of this origin that listen under the same name. */
export function createTabs(name: string): Tabs {
  const channel = new BroadcastChannel(name)
  return {
    tell: (message) => channel.postMessage(message),
    listen(hear) {
      const listener = (event: MessageEvent<unknown>) => hear(event.data)
      channel.addEventListener('message', listener)
      return () => {
        channel.removeEventListener('message', listener)
        channel.close()
      }
    },
  }
}
