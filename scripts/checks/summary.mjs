import { sumCounts } from './count.mjs';

/**
 * A table of the steps and, as its very last line, the total.
 * @param {readonly import('./run-step.mjs').StepResult[]} results
 */
export function summaryOf(results) {
  const total = sumCounts(results);
  const width = Math.max(4, ...results.map(({ name }) => name.length));
  const row = (/** @type {readonly (string | number)[]} */ [name, ...cells]) =>
    `${String(name).padEnd(width)} ${cells.map((cell) => String(cell).padStart(9)).join('')}`;
  return [
    row(['step', 'passed', 'failed', 'skipped', 'flaky', 'seconds']),
    ...results.map(({ name, passed, failed, skipped, flaky, seconds }) =>
      row([name, passed, failed, skipped, flaky, seconds.toFixed(1)]),
    ),
    `${total.passed} passed, ${total.failed} failed`,
  ].join('\n');
}
