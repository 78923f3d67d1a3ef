/** Words that a camera leaves in a picture's metadata, to be looked for afterwards. */
export const CAMERA_MAKE = 'KameraUji'

/**
 * A JPEG as a phone's camera writes it: with Exif that names the maker, the place in degrees (GPS) and the way
 * up (Exif 2.32, sections 4.5 and 4.6).
 * @param jpeg without metadata
 * @param orientation 6: to be turned a quarter to the right to be seen upright
 */
export function withExif(jpeg: Buffer, orientation: number): Buffer {
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), tiff(orientation)])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(exif.length + 2, 2)
  // After the start-of-image marker, before all else.
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)])
}

const ASCII = 2
const SHORT = 3
const LONG = 4
const RATIONAL = 5

function tiff(orientation: number): Buffer {
  const make = Buffer.from(`${CAMERA_MAKE}\0`)
  const south = degrees(6, 52, 30)
  const east = degrees(107, 36, 10)
  // Header, three entries, then what does not fit into an entry.
  const makeAt = 8 + 2 + 3 * 12 + 4
  const gpsAt = makeAt + make.length
  const southAt = gpsAt + 2 + 4 * 12 + 4
  return Buffer.concat([
    Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8]),
    directory([
      entry(0x010f, ASCII, make.length, long(makeAt)),
      entry(0x0112, SHORT, 1, Buffer.from([0, orientation, 0, 0])),
      entry(0x8825, LONG, 1, long(gpsAt)),
    ]),
    make,
    directory([
      entry(0x0001, ASCII, 2, Buffer.from('S\0\0\0')),
      entry(0x0002, RATIONAL, 3, long(southAt)),
      entry(0x0003, ASCII, 2, Buffer.from('E\0\0\0')),
      entry(0x0004, RATIONAL, 3, long(southAt + south.length)),
    ]),
    south,
    east,
  ])
}

function directory(entries: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from([0, entries.length]), ...entries, long(0)])
}

function entry(tag: number, type: number, count: number, value: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt16BE(tag, 0)
  head.writeUInt16BE(type, 2)
  head.writeUInt32BE(count, 4)
  return Buffer.concat([head, value])
}

function degrees(...parts: readonly number[]): Buffer {
  return Buffer.concat(parts.flatMap((part) => [long(part), long(1)]))
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
