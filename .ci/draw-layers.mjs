// Draws the rooms of the house and the imports between them into docs/architecture.md. `--check` only looks whether
// the picture there is still true. Two rooms that import each other are no layers, so they stop it.
import { readFileSync, writeFileSync } from 'node:fs'
import { cruise } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'

const DOCUMENT = 'docs/architecture.md'
const START = '<!-- layers: drawn by `npm run picture` -->\n'
const END = '<!-- end of layers -->'

/** `server/features/sync` for features, `client/ui` for other folders, the file itself at the top of a side. */
function roomOf(path) {
  const parts = path.split('/')
  return parts.slice(0, parts[1] === 'features' ? 3 : 2).join('/')
}

const isProduct = (path) => /^(client|server|shared)\//.test(path) && !/\.test\.tsx?$|\/testing\//.test(path)

const { output } = await cruise(
  ['client', 'server', 'shared'],
  await extractOptions('./.dependency-cruiser.cjs'),
)
const arrows = new Set()
for (const { source, dependencies } of output.modules) {
  for (const { resolved } of dependencies) {
    if (!isProduct(source) || !isProduct(resolved)) continue
    const [from, to] = [roomOf(source), roomOf(resolved)]
    if (from !== to) arrows.add(`${from} ${to}`)
  }
}

const bothWays = [...arrows].filter((arrow) => arrows.has(arrow.split(' ').reverse().join(' ')))
if (bothWays.length > 0) {
  console.error(`rooms that import each other: ${bothWays.join(', ')}`)
  process.exit(1)
}

// Features look alike from outside, and everybody imports shared/: drawn once, the picture can be read.
const shown = [...arrows]
  .map((arrow) => arrow.replaceAll(/(client|server)\/features\/[\w-]+/g, '$1/features/*'))
  .filter((arrow) => !/ shared\/|^shared\/|main\.tsx? |add-account\.ts |composition\.ts/.test(arrow))
  .filter((arrow, index, all) => all.indexOf(arrow) === index)
  .sort()
const name = (room) => `${room.replaceAll(/\W/g, '_')}["${room}"]`
const picture = [
  '```mermaid',
  'flowchart LR',
  ...shown.map((arrow) => arrow.split(' ').map(name)).map(([from, to]) => `  ${from} --> ${to}`),
  '```',
].join('\n')

const text = readFileSync(DOCUMENT, 'utf8')
const start = text.indexOf(START) + START.length
const drawn = `${text.slice(0, start)}\n${picture}\n\n${text.slice(text.indexOf(END))}`
if (drawn === text) console.log(`${shown.length} arrows, none both ways; the picture is true`)
else if (process.argv.includes('--check')) {
  console.error(`${DOCUMENT} shows other imports than there are: run \`npm run picture\``)
  process.exit(1)
} else {
  writeFileSync(DOCUMENT, drawn)
  console.log(`${shown.length} arrows drawn`)
}
