import { expect, test } from 'vitest';
import { isConnectionMetered } from '#main/metered.ts';

test.each([
  ['linux', 'u 1\n', true],
  ['linux', 'u 2\n', false],
  ['linux', 'u 3\n', true],
  ['linux', 'u 4\n', false],
  ['linux', 'u 0\n', null],
  ['linux', null, null],
  ['win32', 'Fixed\r\n', true],
  ['win32', 'Variable\r\n', true],
  ['win32', 'Unrestricted\r\n', false],
  ['win32', 'Unknown\r\n', null],
  ['win32', null, null],
] as const)('on %s the answer %j means %s', async (platform, printed, expected) => {
  expect(await isConnectionMetered(platform, () => Promise.resolve(printed))).toBe(expected);
});

test('on macOS no program can tell, and none is asked', async () => {
  const asked: string[] = [];
  const ask = (program: string): Promise<null> => {
    asked.push(program);
    return Promise.resolve(null);
  };
  expect([await isConnectionMetered('darwin', ask), asked]).toEqual([null, []]);
});
