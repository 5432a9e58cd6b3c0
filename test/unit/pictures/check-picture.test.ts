import { describe, expect, test } from 'vitest';
import { checkPicture, maximumPictureBytes, pictureTypeOf } from '#main/pictures/check-picture.ts';
import { makePng, sampleNames, samplePicture } from '#test/helpers/picture-bytes.ts';

const typeOf = (name: string): string => name.replace(/^webp.*/u, 'webp').replace('progressive', 'jpeg');
const refusal = (bytes: Uint8Array): string | null => {
  const checked = checkPicture(bytes);
  return checked.ok ? null : checked.reason;
};

test.each(sampleNames)('%s is known by its content, with its size', (name) => {
  expect(checkPicture(samplePicture(name))).toEqual({ ok: true, facts: { type: typeOf(name), width: 12, height: 9 } });
  expect(pictureTypeOf(samplePicture(name))).toBe(typeOf(name));
});

test.each(sampleNames)('%s cut off anywhere is refused', (name) => {
  const whole = samplePicture(name);
  for (let length = 0; length < whole.length; length += 1)
    expect(refusal(whole.subarray(0, length))).toMatch(/^(?:damaged|not-a-picture)$/u);
});

test.each(sampleNames)('%s with any one byte changed is answered, with a size within the limits or a refusal', (name) => {
  const whole = samplePicture(name);
  for (let at = 0; at < whole.length; at += 1) {
    for (const value of [0, 1, 0x7f, 0x80, 0xff]) {
      const changed = Buffer.from(whole);
      changed.writeUInt8(value, at);
      const checked = checkPicture(changed);
      if (checked.ok) expect(checked.facts.width * checked.facts.height).toBeLessThanOrEqual(40_000_000);
    }
  }
});

describe('the size in the header decides', () => {
  test.each([
    [15_000, 15_000, 'too-many-pixels'],
    [16_385, 100, 'too-many-pixels'],
    [100, 16_385, 'too-many-pixels'],
    [16_384, 2_442, 'too-many-pixels'],
    [16_384, 2_441, null],
    [4_294_967_295, 4_294_967_295, 'too-many-pixels'],
    [2, 300, 'tracker'],
    [300, 2, 'tracker'],
    [1, 1, 'tracker'],
    [0, 300, 'damaged'],
    [3, 3, null],
  ])('%i x %i: %s', (width, height, reason) => {
    expect(refusal(makePng(width, height))).toBe(reason);
  });

  test.each([
    ['jpeg', 163, [0x75, 0x30, 0x75, 0x30]],
    ['webpLossless', 21, [0xff, 0xff, 0xff, 0x0f]],
    ['webpCanvas', 24, [0xff, 0xff, 0x00, 0xff, 0xff, 0x00]],
    ['webpLossy', 26, [0xff, 0x3f, 0xff, 0x3f]],
    ['gif', 6, [0xff, 0xff, 0xff, 0xff]],
  ] as const)('a %s bomb is refused', (name, at, size) => {
    const bomb = samplePicture(name);
    bomb.set(size, name === 'jpeg' ? bomb.indexOf(Buffer.from('ffc0', 'hex')) + 5 : at);
    expect(refusal(bomb)).toBe('too-many-pixels');
  });

  test('a frame of a gif larger than its screen counts', () => {
    const bomb = samplePicture('gif');
    bomb.set([0xff, 0xff, 0xff, 0xff], bomb.indexOf(Buffer.from('2c00000000', 'hex')) + 5);
    expect(refusal(bomb)).toBe('too-many-pixels');
  });

  test('the largest size that an avif names counts', () => {
    const bomb = samplePicture('avif');
    bomb.writeUInt32BE(15_000, bomb.indexOf('ispe') + 8);
    bomb.writeUInt32BE(15_000, bomb.indexOf('ispe') + 12);
    expect(refusal(bomb)).toBe('too-many-pixels');
  });
});

test.each([
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>'],
  ['XML', '<?xml version="1.0"?><svg/>'],
  ['HTML', '<!doctype html><title>Please log in</title>'],
  ['PDF', '%PDF-1.4'],
  ['an icon', '\u0000\u0000\u0001\u0000'],
  ['BMP', 'BM000000000000000000'],
  ['TIFF', 'II*\u0000'],
  ['a film', '\u0000\u0000\u0000\u0018ftypmp42\u0000\u0000\u0000\u0000mp42isom'],
  ['HEIC', '\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic'],
  ['nothing', ''],
])('%s is not a picture', (_, text) => {
  expect(refusal(Buffer.from(text, 'latin1'))).toBe('not-a-picture');
});

test('bytes behind the end of a picture, as cameras leave them, do no harm', () => {
  for (const name of ['jpeg', 'png', 'gif'] as const)
    expect(refusal(Buffer.concat([samplePicture(name), Buffer.from('more')]))).toBeNull();
});

test('more bytes than allowed are refused unread', () => {
  expect(refusal(Buffer.concat([makePng(12, 9), Buffer.alloc(maximumPictureBytes)]))).toBe('too-large');
});

test('a part of a larger buffer is read from where it begins', () => {
  const padded = Buffer.concat([Buffer.alloc(7), samplePicture('png')]);
  expect(checkPicture(new Uint8Array(padded.buffer, padded.byteOffset + 7, padded.length - 7))).toMatchObject({ ok: true });
});
