import { expect, test } from 'vitest';
import { markedParts, nearFirstMark } from '#renderer/components/marked-text.ts';

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

test('a line begins near its first mark where that would not be seen otherwise', () => {
  const title = '周刊（第 385 期）：海上的雾怕什么样的风吗？';
  const mark = [title.indexOf('风'), 1] as const;
  expect(nearFirstMark(title, [mark], 60)).toEqual({ text: title, marks: [mark] });
  const shown = nearFirstMark(title, [mark, [mark[0] + 1, 1]], 30);
  expect(plain(shown.text, shown.marks)).toBe('…雾怕什么样的[风][吗]？');
  expect(nearFirstMark('𠮷'.repeat(40), [[78, 2]], 30)).toEqual({ text: `…${'𠮷'.repeat(7)}`, marks: [[13, 2]] });
  expect(nearFirstMark(title, [], 3)).toEqual({ text: title, marks: [] });
});
