import type { Sealer } from '../ports/sealer.ts'

/** Keeps records readable, as UTF-8 JSON or as the bytes they are, until there is a vault to seal them in. */
export function createPlainSealer(): Sealer {
  const encoder = new TextEncoder()
  const decoder = new TextDecoder()
  return {
    seal: (_table, _id, plain) => Promise.resolve(encoder.encode(JSON.stringify(plain))),
    openAll: (_table, records) =>
      Promise.resolve(
        records.map(({ sealed }) => {
          try {
            return { plain: JSON.parse(decoder.decode(sealed)) as unknown }
          } catch {
            return null
          }
        }),
      ),
    sealBytes: (_table, _id, plain) => Promise.resolve(plain),
    openBytes: (_table, _id, sealed) => Promise.resolve(sealed),
  }
}
