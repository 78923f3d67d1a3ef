export type Digest = {
  readonly add: (id: string, version: number) => void
  readonly text: () => string
}

/**
 * Tells two sets of rows apart by their ids and versions, in whatever order they come: how many there are, and 64
 * bits of each row's hash laid over one another. No protection against anybody who forges, only against loss.
 */
export function createDigest(): Digest {
  let [count, high, low] = [0, 0, 0]
  return {
    add: (id, version) => {
      const [a, b] = hashOf(`${id}/${version}`)
      count += 1
      high ^= a
      low ^= b
    },
    text: () => `${count}.${hex(high)}${hex(low)}`,
  }
}

/** One digest of all streams together, 16 hex digits. */
export function digestOfAll(byStream: ReadonlyMap<string, string>): string {
  const [high, low] = hashOf(JSON.stringify([...byStream].sort(([a], [b]) => (a < b ? -1 : 1))))
  return hex(high) + hex(low)
}

/** 64 bits in two halves: multiplication and mixing by the constants of cyrb53 (public domain). */
function hashOf(text: string): [high: number, low: number] {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    a = Math.imul(a ^ code, 0x9e3779b1)
    b = Math.imul(b ^ code, 0x5f356495)
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35)
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35)
  return [a, b]
}

function hex(half: number): string {
  return (half >>> 0).toString(16).padStart(8, '0')
}
