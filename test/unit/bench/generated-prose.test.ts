import { expect, test } from 'vitest';
import { createProse } from '#test/bench/generated-prose.ts';

const joined = (seed: number): string => {
  const prose = createProse(seed);
  return [prose.title(), ...prose.paragraphs(20_000)].join('\n');
};

test('prose is the same for the same seed, so that figures can be compared', () => {
  expect(joined(3)).toBe(joined(3));
  expect(joined(3)).not.toBe(joined(4));
});

test('prose has as much text as asked for, and its first words are in it far more often than its last', () => {
  const prose = createProse(5);
  const text = prose.paragraphs(100_000).join('');
  expect(text.length).toBeGreaterThan(99_000);
  const countOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + text.split(word).length - 1, 0);
  expect(countOf(prose.words.slice(0, 20))).toBeGreaterThan(20 * countOf(prose.words.slice(-20)));
});
