type Cursors = Readonly<Record<string, string>>

/** More than a city has: Bandung has 1,594. What a request names beyond it starts anew. */
const MOST_STREAMS = 3000

/**
 * Says streams of one kelurahan whose cursors are alike in one word: `32.73.01.1001/001-004,006`. An enumerator's RWs
 * lie side by side, and of streams read to their ends the cursors are alike. Rule [N1] of SPEC.md.
 */
export function packCursors(cursors: Cursors): Cursors {
  const alike = new Map<
    string,
    { readonly kelurahan: string; readonly rws: string[]; readonly cursor: string }
  >()
  for (const [stream, cursor] of Object.entries(cursors)) {
    const [kelurahan = '', rw = ''] = stream.split('/')
    const key = `${kelurahan}/${cursor}`
    const others = alike.get(key)
    if (others) others.rws.push(rw)
    else alike.set(key, { kelurahan, rws: [rw], cursor })
  }
  return Object.fromEntries(
    [...alike.values()].map(({ kelurahan, rws, cursor }) => [`${kelurahan}/${rangesOf(rws)}`, cursor]),
  )
}

/** Numbers of three digits each, those in a row by their first and last. */
function rangesOf(rws: readonly string[]): string {
  const ranges: { readonly first: string; last: string }[] = []
  for (const rw of [...rws].sort()) {
    const before = ranges.at(-1)
    if (before && Number(before.last) + 1 === Number(rw)) before.last = rw
    else ranges.push({ first: rw, last: rw })
  }
  return ranges.map(({ first, last }) => (first === last ? first : `${first}-${last}`)).join(',')
}

/** The cursor of each stream, from cursors that are packed or not. */
export function unpackCursors(packed: Cursors): Cursors {
  const cursors: [stream: string, cursor: string][] = []
  for (const [streams, cursor] of Object.entries(packed)) {
    const [kelurahan = '', rws = ''] = streams.split('/')
    for (const range of rws.split(',')) {
      const [first = '', last = first] = range.split('-')
      cursors.push([`${kelurahan}/${first}`, cursor])
      for (let rw = Number(first) + 1; rw <= Number(last) && cursors.length < MOST_STREAMS; rw += 1) {
        cursors.push([`${kelurahan}/${String(rw).padStart(3, '0')}`, cursor])
      }
    }
  }
  return Object.fromEntries(cursors)
}
