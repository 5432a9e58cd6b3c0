import { describe, expect, test } from 'vitest';
import { countOne, countPlaywright, countVitest, reconcile, sumCounts } from '#scripts/checks/count.mjs';

describe('vitest', () => {
  const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
  const failedFile = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] };

  test('tests are counted by how they ended', () => {
    expect(countVitest({ ...report, testResults: [failedFile] })).toEqual({ passed: 5, failed: 1, skipped: 3, flaky: 0 });
  });

  test('a file that broke before its first test is one failure', () => {
    const brokenFile = { status: 'failed', assertionResults: [] };
    expect(countVitest({ ...report, testResults: [failedFile, brokenFile] }).failed).toBe(2);
  });
});

describe('Playwright', () => {
  test('a flaky test has passed and is shown; an error outside any test is a failure', () => {
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats, errors: [{ message: 'no tests found' }] })).toEqual({
      passed: 4,
      failed: 2,
      skipped: 2,
      flaky: 1,
    });
  });
});

describe('report and exit code', () => {
  const good = { passed: 3, failed: 0, skipped: 0, flaky: 0 };

  test('a missing report is a failure', () => {
    expect(reconcile(undefined, true)).toEqual(countOne(false));
  });

  test('a runner that fails without a failed test has failed once', () => {
    expect(reconcile(good, false).failed).toBe(1);
  });

  test('a run of no tests at all has failed once', () => {
    expect(reconcile({ ...good, passed: 0 }, true).failed).toBe(1);
  });

  test('a report that agrees is taken as it is', () => {
    expect(reconcile(good, true)).toEqual(good);
  });
});

test('counts are summed over steps', () => {
  const total = sumCounts([countOne(true), countOne(false), { passed: 10, failed: 2, skipped: 3, flaky: 1 }]);
  expect(total).toEqual({ passed: 11, failed: 3, skipped: 3, flaky: 1 });
});
