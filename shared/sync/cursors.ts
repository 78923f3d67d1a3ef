type Cursors = Readonly<Record<string, string>>

/**
 * Says streams of one kelurahan whose cursors are alike in one word: `32.73.01.1001/005,006`. An enumerator's RWs lie
 * side by side, and of streams read to their ends the cursors are alike. Rule [N1] of SPEC.md.
 */
export function packCursors(cursors: Cursors): Cursors {
  const packed = new Map<string, readonly [stream: string, cursor: string]>()
  for (const [stream, cursor] of Object.entries(cursors)) {
    const [kelurahan = '', rw = ''] = stream.split('/')
    const alike = `${kelurahan}/${cursor}`
    const before = packed.get(alike)
    packed.set(alike, [before ? `${before[0]},${rw}` : stream, cursor])
  }
  return Object.fromEntries(packed.values())
}

/** The cursor of each stream, from cursors that are packed or not. */
export function unpackCursors(packed: Cursors): Cursors {
  return Object.fromEntries(
    Object.entries(packed).flatMap(([streams, cursor]) => {
      const [kelurahan = '', rws = ''] = streams.split('/')
      return rws.split(',').map((rw) => [`${kelurahan}/${rw}`, cursor] as const)
    }),
  )
}
