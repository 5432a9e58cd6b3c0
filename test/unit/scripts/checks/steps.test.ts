import { expect, test } from 'vitest';
import { selectSteps, steps } from '#scripts/checks/steps.mjs';
import { summaryOf } from '#scripts/checks/summary.mjs';

const namesOf = (words: readonly string[]) => selectSteps(words).selected.map(({ name }) => name);

test('no words means every step, those in Electron last', () => {
  expect(namesOf([])).toEqual(['types', 'lint', 'format', 'dead-code', 'unit', 'component', 'e2e', 'leaks']);
});

test('a word is a step or a group of them; the order is fixed', () => {
  expect(namesOf(['component', 'unit'])).toEqual(['unit', 'component']);
  expect(namesOf(['check'])).toEqual(steps.filter(({ group }) => group === 'check').map(({ name }) => name));
});

test('a word that names nothing is reported', () => {
  expect(selectSteps(['unit', 'unti']).unknown).toEqual(['unti']);
});

test('the last line of the summary is the total and nothing else', () => {
  const results = [
    { name: 'types', passed: 1, failed: 0, skipped: 0, flaky: 0, seconds: 1.25 },
    { name: 'unit', passed: 40, failed: 2, skipped: 1, flaky: 0, seconds: 9 },
  ];
  const lines = summaryOf(results).split('\n');
  expect(lines.at(-1)).toBe('41 passed, 2 failed');
  expect(lines).toHaveLength(4);
});
