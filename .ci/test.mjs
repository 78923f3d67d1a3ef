// Everything: the check, then unit, property and integration tests, then the product in a browser. The last line
// says how many passed and failed; a step of the check counts as one.
import { rmSync, writeSync } from 'node:fs'
import { ensureBrowser } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { check } from './check.mjs'
import { run } from './programs.mjs'
import { countPlaywright, countVitest, sum } from './results.mjs'

const RESULTS = 'test-results'
const WHOLE_SUITE_FAILED = { passed: 0, failed: 1 }

async function runVitest() {
  const report = `${RESULTS}/vitest.json`
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return countVitest(
    report,
    await run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...reporters]),
  )
}

async function runPlaywright() {
  const browser = await ensureBrowser()
  if (!browser || !(await ensureBuilt())) return WHOLE_SUITE_FAILED
  const args = ['node_modules/@playwright/test/cli.js', 'test']
  return countPlaywright(
    `${RESULTS}/end-to-end.json`,
    await run(process.execPath, args, { YESJITU_CHROMIUM: browser }),
  )
}

rmSync(RESULTS, { recursive: true, force: true })
const counts = []
for (const [title, suite] of [
  ['Check', check],
  ['Unit, property and integration tests', runVitest],
  ['End to end, in a browser', runPlaywright],
]) {
  console.log(`\n${title}`)
  try {
    counts.push(await suite())
  } catch (error) {
    console.error(error)
    counts.push(WHOLE_SUITE_FAILED)
  }
}

const { passed, failed } = sum(counts)
// Written at once, so that nothing that ends later can come after it.
writeSync(1, `\n${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)
