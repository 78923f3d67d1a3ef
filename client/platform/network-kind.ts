import type { NetworkKind } from '../ports/uploads.ts'

/** Network Information API: not in every browser, and the kind of network only on phones. */
type Connection = EventTarget & { readonly type?: string }

const ALL_TO_ONESELF: ReadonlySet<string> = new Set(['wifi', 'ethernet', 'wimax'])

/** @param connection `navigator.connection` */
export function createNetworkKind(connection: Connection | undefined): NetworkKind {
  return {
    now() {
      const type = connection?.type
      if (type === undefined || type === 'unknown' || type === 'other') return 'unknown'
      return ALL_TO_ONESELF.has(type) ? 'wifi' : 'mobile'
    },
    listen(hear) {
      connection?.addEventListener('change', hear)
      return () => connection?.removeEventListener('change', hear)
    },
  }
}
