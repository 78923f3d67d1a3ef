import { createWriteStream } from 'node:fs'
import { parseArgs } from 'node:util'
import { writeList } from './generate/generate-list.ts'

const USAGE =
  'npm run generate -- --households N --seed S [--dirty 0.02] [--kelurahan 32.73.01.1001,…] [--out FILE]'

// The list goes to the file or to standard output, and what it holds, in one line of JSON, to standard error.
const { values } = parseArgs({
  options: {
    households: { type: 'string' },
    seed: { type: 'string', default: '1' },
    dirty: { type: 'string', default: '0.02' },
    kelurahan: { type: 'string' },
    out: { type: 'string' },
  },
})
const households = Number(values.households)
const seed = Number(values.seed)
const dirty = Number(values.dirty)
if (
  !Number.isSafeInteger(households) ||
  households < 1 ||
  !Number.isSafeInteger(seed) ||
  !(dirty >= 0 && dirty <= 1)
) {
  console.error(USAGE)
  process.exit(2)
}
const target = values.out === undefined ? process.stdout : createWriteStream(values.out)
const codes = values.kelurahan?.split(',').map((code) => code.trim())
const report = await writeList({ households, seed, dirty, ...(codes ? { kelurahan: codes } : {}) }, target)
console.error(JSON.stringify(report))
