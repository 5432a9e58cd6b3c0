/**
 * What a step counted. A flaky test counts as passed; it is shown, so that it is not overlooked.
 * @typedef {{ passed: number, failed: number, skipped: number, flaky: number }} Count
 *
 * The parts that matter here of what the two runners write.
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {readonly { status: string, assertionResults: readonly { status: string }[] }[]} testResults
 *
 * @typedef {object} PlaywrightReport
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {readonly unknown[]} errors
 */

/** @type {Count} */
const nothing = { passed: 0, failed: 0, skipped: 0, flaky: 0 };

/**
 * @param {readonly Count[]} counts
 * @returns {Count}
 */
export function sumCounts(counts) {
  return counts.reduce(
    (sum, count) => ({
      passed: sum.passed + count.passed,
      failed: sum.failed + count.failed,
      skipped: sum.skipped + count.skipped,
      flaky: sum.flaky + count.flaky,
    }),
    nothing,
  );
}

/**
 * A step that is one check: types, lint and the like.
 * @param {boolean} hasPassed
 * @returns {Count}
 */
export function countOne(hasPassed) {
  return { ...nothing, passed: hasPassed ? 1 : 0, failed: hasPassed ? 0 : 1 };
}

/**
 * Tests in the JSON report of vitest. A file that broke before its first test counts as one failure.
 * @param {VitestReport} report
 * @returns {Count}
 */
export function countVitest(report) {
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
    flaky: 0,
  };
}

/**
 * Tests in the JSON report of Playwright. An error outside any test (a file that does not load, no tests found) counts as one failure.
 * @param {PlaywrightReport} report
 * @returns {Count}
 */
export function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    flaky: stats.flaky,
  };
}

/**
 * The report and the exit code must agree: a runner that failed without a failed test, or left no report, or ran nothing at all,
 * has failed once.
 * @param {Count | undefined} count undefined when there is no report
 * @param {boolean} hasPassed by exit code
 * @returns {Count}
 */
export function reconcile(count, hasPassed) {
  if (count === undefined) return countOne(false);
  const isContradiction = !hasPassed && count.failed === 0;
  const isEmpty = count.passed + count.failed + count.skipped === 0;
  return isContradiction || isEmpty ? { ...count, failed: count.failed + 1 } : count;
}
