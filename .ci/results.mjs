import { existsSync, readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * Counts of a report; what left none or counted nothing has failed as a whole. A skipped test is a failed one:
 * nothing may be skipped here.
 * @param {string} path of a JSON report
 * @param {(report: any) => Count} read
 * @param {number} exitCode of the program that wrote it
 * @returns {Count}
 */
function countReport(path, read, exitCode) {
  const { passed, failed } = existsSync(path)
    ? read(JSON.parse(readFileSync(path, 'utf8')))
    : { passed: 0, failed: 0 }
  const crashed = failed === 0 && (passed === 0 || exitCode !== 0)
  return { passed, failed: crashed ? 1 : failed }
}

/** Counts of Vitest's `json` reporter; a file that could not be read counts as one failed test. */
export const countVitest = (path, exitCode) =>
  countReport(
    path,
    ({ numPassedTests, numTotalTests, testResults }) => ({
      passed: numPassedTests,
      failed:
        numTotalTests -
        numPassedTests +
        testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length,
    }),
    exitCode,
  )

/** Counts of Playwright's `json` reporter; an error outside of tests counts as one failed test. */
export const countPlaywright = (path, exitCode) =>
  countReport(
    path,
    ({ stats, errors }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
    }),
    exitCode,
  )

/**
 * @param {Count[]} counts
 * @returns {Count}
 */
export function sum(counts) {
  return counts.reduce(
    (total, count) => ({ passed: total.passed + count.passed, failed: total.failed + count.failed }),
    { passed: 0, failed: 0 },
  )
}
