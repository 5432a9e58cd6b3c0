import { describe, expect, it } from 'vitest';
import { isMeteredConnection } from '#main/update/metered.ts';

describe('a metered connection', () => {
  it.each([
    ['linux', 'nmcli', 'connected:yes (guessed)\n', true],
    ['linux', 'nmcli', 'connected:no\n', false],
    ['win32', 'powershell', 'Fixed\r\n', true],
    ['win32', 'powershell', 'Unrestricted\r\n', false],
  ] as const)('is told on %s by %s: %j', async (platform, program, printed, isMetered) => {
    const ask = (asked: string): Promise<string | null> => Promise.resolve(asked === program ? printed : null);
    expect(await isMeteredConnection(platform, ask)).toBe(isMetered);
  });

  it.each(['linux', 'darwin', 'win32'] as const)('is not supposed on %s where nobody answers', async (platform) => {
    expect(await isMeteredConnection(platform, () => Promise.resolve(null))).toBe(false);
  });
});
