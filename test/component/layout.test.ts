import { buildWindow } from './host/build-window.ts';
import { expect, test } from './host/open-window.ts';
import { screens } from './host/screens.ts';
import { cutTexts, unreachable } from './host/sight.ts';
import { visit } from './host/visit.ts';

test.beforeAll(() => buildWindow('stretched'));

for (const [group, members] of Object.entries(screens)) {
  for (const width of [1360, 480]) {
    test(`${group}: words longer by two fifths fit, ${width} wide`, async ({ openWindow }) => {
      test.slow();
      expect(await visit(openWindow, members, { width, words: 'stretched' }, cutTexts)).toEqual([]);
    });
  }

  test(`${group}: everything can be reached at twice the size`, async ({ openWindow }) => {
    test.slow();
    expect(await visit(openWindow, members, { zoom: 2 }, unreachable)).toEqual([]);
  });
}
