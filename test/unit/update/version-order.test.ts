import { describe, expect, it } from 'vitest';
import { compareVersions, isVersion } from '#main/update/version-order.ts';

describe('the order of versions', () => {
  it('is by number, stages before their release, as Semantic Versioning has it', () => {
    const ordered = [
      '0.9.10',
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-alpha.beta',
      '1.0.0-beta.2',
      '1.0.0-beta.11',
      '1.0.0',
      '1.0.1',
      '1.10.0',
      '2.0.0',
    ];
    expect(ordered.toReversed().toSorted(compareVersions)).toEqual(ordered);
    expect(compareVersions('1.2.3', '1.2.3')).toBe(0);
  });

  it.each(['', '1.2', 'v1.2.3', '1.2.3+build', '1.2.3-', '1.2.9999999', '../1.2.3'])('does not know %j', (text) => {
    expect(isVersion(text)).toBe(false);
    expect(() => compareVersions(text, '1.0.0')).toThrow(RangeError);
  });
});
