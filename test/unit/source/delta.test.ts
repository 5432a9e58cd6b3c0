import { describe, expect, it } from 'vitest';
import { applyDelta } from '#main/source/git/delta.ts';

const base = Buffer.from('0123456789');

describe('applying a difference', () => {
  it('copies from the base and inserts what is new', () => {
    const delta = Buffer.from([10, 7, 0x91, 2, 3, 2, 0x61, 0x62, 0x91, 8, 2]);
    expect(applyDelta(base, delta).toString()).toBe('234ab89');
  });

  it('reads a copy without a size as 65,536 bytes', () => {
    const large = Buffer.alloc(70_000, 'x');
    const delta = Buffer.from([0xf0, 0xa2, 0x04, 0x80, 0x80, 0x04, 0x80]);
    expect(applyDelta(large, delta)).toHaveLength(65_536);
  });

  it.each([
    ['an empty one', []],
    ['one for another base', [9, 1, 0x90, 1]],
    ['a copy beyond the base', [10, 5, 0x91, 8, 5]],
    ['an insertion beyond the end', [10, 5, 5, 0x61]],
    ['more than was announced', [10, 1, 2, 0x61, 0x62]],
    ['less than was announced', [10, 3, 2, 0x61, 0x62]],
    ['the reserved instruction', [10, 1, 0]],
    ['a copy cut short', [10, 1, 0x91]],
    ['a length without end', [255, 255, 255, 255, 255, 255, 255, 255, 255]],
  ])('refuses %s', (_name, bytes) => {
    expect(() => applyDelta(base, Buffer.from(bytes))).toThrow(expect.objectContaining({ code: 'damaged-transfer' }));
  });
});
