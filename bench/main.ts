import { readdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Figure, Suite } from './figure.ts'
import { thisMachine } from './machine.ts'
import { toFigure } from './statistics.ts'
import { toTable } from './table.ts'

const SUITES = new URL('./suites/', import.meta.url)

/** Every `suites/*.ts` is one suite, named as its file and exported as `suite`. */
async function loadSuites(): Promise<Suite[]> {
  const files = readdirSync(SUITES).filter((name) => /^[\w-]+(?<!\.test)\.ts$/.test(name))
  return Promise.all(
    files.sort().map(async (file) => ((await import(new URL(file, SUITES).href)) as { suite: Suite }).suite),
  )
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } })
const suites = await loadSuites()
const unknown = positionals.filter((name) => !suites.some((suite) => suite.name === name))
if (unknown.length > 0) {
  console.error(`No suite ${unknown.join(', ')}. There are: ${suites.map(({ name }) => name).join(', ')}`)
  process.exit(2)
}

const machine = thisMachine()
const figures: Figure[] = []
for (const { name, run } of suites) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  try {
    await run((measurement) => {
      const figure = toFigure(name, measurement)
      figures.push(figure)
      if (values.json === true) console.log(JSON.stringify({ ...figure, machine }))
    })
  } catch (error) {
    console.error(`${name} could not be measured:`, error)
    process.exitCode = 1
  }
}
if (values.json !== true) {
  console.log(toTable(figures))
  console.log(
    `\n${machine.cores} × ${machine.cpu}, ${machine.memoryGb} GB, load ${machine.load}, Node ${machine.node}, Chromium ${machine.chromium ?? '–'}`,
  )
}
