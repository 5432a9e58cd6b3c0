import { describe, expect, it, test } from 'vitest';
import { type PictureToDraw, shrinkTo } from '#main/pictures/shrink-picture.ts';
import { makeMovingPng, makePng, samplePicture } from '#test/helpers/picture-bytes.ts';

const wide = makePng(1_000, 500, Buffer.alloc(4_000, 'w'));
const small = makePng(800, 400);

/** What it makes of a picture, and what it asked to have drawn. */
async function shrink(bytes: Buffer, drawn: Buffer | null, type: PictureToDraw['type'] = 'png') {
  const asked: PictureToDraw[] = [];
  const transform = shrinkTo(800, (picture) => {
    asked.push(picture);
    return Promise.resolve(drawn);
  });
  return { result: await transform(bytes, type), asked };
}

test('a picture that is too wide is drawn as wide as it may be', async () => {
  const { result, asked } = await shrink(wide, small);
  expect(result).toBe(small);
  expect(asked).toEqual([{ bytes: wide, type: 'png', width: 800 }]);
});

describe('nothing is drawn', () => {
  const webp = (flags: number): Buffer => {
    const bytes = Buffer.from(samplePicture('webpCanvas'));
    bytes.writeUInt8(flags, 20);
    bytes.writeUIntLE(1_999, 24, 3);
    return bytes;
  };
  const gif = Buffer.from(samplePicture('gif'));
  gif.writeUInt16LE(1_200, 6);

  it.each([
    ['that is narrow enough', makePng(800, 9_000), 'png'],
    ['that may move: GIF', gif, 'gif'],
    ['that moves: PNG', makeMovingPng(1_000, 500), 'png'],
    ['that moves: WebP', webp(0x02), 'webp'],
    ['that is none', Buffer.from('no picture'), 'png'],
  ] as const)('of a picture %s', async (_why, bytes, type) => {
    const { result, asked } = await shrink(bytes, small, type);
    expect(result).toBe(bytes);
    expect(asked).toEqual([]);
  });

  it('but of one of the same kind that stands still', async () => {
    expect((await shrink(webp(0x10), null, 'webp')).asked).toHaveLength(1);
  });
});

it.each([
  ['could not be drawn', null],
  ['would need more room than before', makePng(800, 400, Buffer.alloc(9_000, 'w'))],
  ['came back as something else', Buffer.from('no picture')],
])('stays as it came where it %s', async (_why, drawn) => {
  expect((await shrink(wide, drawn)).result).toBe(wide);
});
