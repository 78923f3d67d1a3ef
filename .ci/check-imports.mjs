// The direction of every import, by the rules of .dependency-cruiser.cjs. A tool that saw nothing finds nothing:
// with a TypeScript that it does not know, dependency-cruiser passes on no module at all. So we count.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'

const TYPESCRIPT = '6.0.3'
const FOLDERS = ['.ci', 'bench', 'client', 'server', 'shared', 'tests']

const faults = []

const { version } = JSON.parse(readFileSync('node_modules/typescript/package.json', 'utf8'))
if (version !== TYPESCRIPT)
  faults.push(`TypeScript is ${version}: the import checker is known to read ${TYPESCRIPT}`)

const { output } = await cruise(FOLDERS, await extractOptions('./.dependency-cruiser.cjs'))
const seen = new Set(output.modules.map(({ source }) => source))

for (const folder of FOLDERS) {
  const unseen = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !seen.has(path))
  for (const path of unseen) faults.push(`${path}: not seen by the import checker`)
}
if (![...seen].some((path) => /\.tsx?$/.test(path))) faults.push('the import checker saw no module')

for (const { rule, from, to, cycle } of output.summary.violations) {
  const way = cycle ? cycle.map(({ name }) => name).join(' → ') : to
  faults.push(`${rule.name}: ${from} → ${way}`)
}

console.log(`${seen.size} modules, ${output.summary.totalDependenciesCruised} imports`)
for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1
