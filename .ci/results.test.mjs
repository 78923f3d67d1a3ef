import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { countPlaywright, countVitest, sum } from './results.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'results-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const report = (content) => {
  const path = join(folder, 'report.json')
  writeFileSync(path, JSON.stringify(content))
  return path
}

const vitest = (numPassedTests, numTotalTests, testResults = []) =>
  report({ numPassedTests, numTotalTests, testResults })
const playwright = (stats, errors = []) =>
  report({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors })

test('tests are counted one by one', () => {
  expect(countVitest(vitest(7, 7), 0)).toEqual({ passed: 7, failed: 0 })
  expect(countVitest(vitest(5, 7), 1)).toEqual({ passed: 5, failed: 2 })
  expect(countPlaywright(playwright({ expected: 3, unexpected: 1 }), 1)).toEqual({ passed: 3, failed: 1 })
})

test('a suite that left no report, ran no test or crashed after its tests has failed', () => {
  expect(countVitest(join(folder, 'none.json'), 1)).toEqual({ passed: 0, failed: 1 })
  expect(countVitest(vitest(0, 0), 0)).toEqual({ passed: 0, failed: 1 })
  expect(countVitest(vitest(7, 7), 1)).toEqual({ passed: 7, failed: 1 })
  expect(countPlaywright(playwright({}), 0)).toEqual({ passed: 0, failed: 1 })
})

test('a file that could not be read counts as one failed test', () => {
  const broken = { status: 'failed', assertionResults: [] }
  const counted = { status: 'failed', assertionResults: [{ status: 'failed' }] }
  expect(countVitest(vitest(4, 5, [broken, counted]), 1)).toEqual({ passed: 4, failed: 2 })
  expect(countPlaywright(playwright({ expected: 2 }, [{ message: 'SyntaxError' }]), 1)).toEqual({
    passed: 2,
    failed: 1,
  })
})

test('a skipped or flaky test is a failed one', () => {
  expect(countVitest(vitest(4, 5), 0)).toEqual({ passed: 4, failed: 1 })
  expect(countPlaywright(playwright({ expected: 2, flaky: 1, skipped: 1 }), 0)).toEqual({
    passed: 2,
    failed: 2,
  })
})

test('the last line sums all suites', () => {
  const counts = [
    { passed: 9, failed: 1 },
    { passed: 40, failed: 0 },
  ]
  expect(sum(counts)).toEqual({ passed: 49, failed: 1 })
})
