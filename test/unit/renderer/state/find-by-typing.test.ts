import { expect, test } from 'vitest';
import { createTypingFinder } from '#renderer/state/find-by-typing.ts';

const labels = ['All articles', 'Bookmarks', 'Sources', 'Saved searches', 'Science'];

test('a letter leads to the next name that begins with it, round and round', () => {
  const find = createTypingFinder();
  expect(find('s', 0, labels, 0)).toBe(2);
  expect(find('s', 5_000, labels, 2)).toBe(3);
  expect(find('S', 10_000, labels, 4)).toBe(2);
});

test('the same letter in quick succession goes on, several letters narrow', () => {
  const find = createTypingFinder();
  expect(find('s', 0, labels, 0)).toBe(2);
  expect(find('s', 200, labels, 2)).toBe(3);
  const other = createTypingFinder();
  expect(other('s', 0, labels, 0)).toBe(2);
  expect(other('c', 200, labels, 2)).toBe(4);
  expect(other('x', 400, labels, 4)).toBe(4);
});

test('a letter that no name begins with is left alone, with the one that follows it', () => {
  const find = createTypingFinder();
  expect(find('g', 0, labels, 0)).toBeNull();
  expect(find('b', 300, labels, 0)).toBeNull();
  expect(find('b', 3_000, labels, 0)).toBe(1);
});

test('a name is found in any script', () => {
  expect(createTypingFinder()('未', 0, ['全部', '未读'], 0)).toBe(1);
});
