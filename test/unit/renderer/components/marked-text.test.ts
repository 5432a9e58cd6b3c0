import { expect, test } from 'vitest';
import { markedParts } from '#renderer/components/marked-text.ts';

const plain = (text: string, marks: readonly (readonly [number, number])[]): string =>
  markedParts(text, marks)
    .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
    .join('');

test('a text is cut at its marks', () => {
  expect(plain('退潮后的湿地地图', [[4, 2]])).toBe('退潮后的[湿地]地图');
});

test('marks out of order, overlapping or beyond the end do no harm', () => {
  expect(
    plain('abcdef', [
      [4, 9],
      [0, 2],
      [1, 2],
    ]),
  ).toBe('[ab][c]d[ef]');
});

test('characters beyond the basic plane count as two units and are not cut', () => {
  expect(plain('𠮷野家', [[2, 1]])).toBe('𠮷[野]家');
});
