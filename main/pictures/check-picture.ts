import type { PictureFacts, PictureRefusal, PictureType } from '#main/store/pictures/picture-reason.ts';
import type { HeaderResult } from './picture-header.ts';
import { isAvif, readAvif } from './read-avif.ts';
import { isGif, readGif } from './read-gif.ts';
import { isJpeg, readJpeg } from './read-jpeg.ts';
import { isPng, readPng } from './read-png.ts';
import { isWebp, readWebp } from './read-webp.ts';

/** A window draws a picture of this size without harm: four bytes a pixel. */
const maximumPixels = 40_000_000;
const maximumSide = 16_384;
export const maximumPictureBytes = 20_000_000;
/** On either side. Nothing to look at: it counts readers or takes up room. */
const trackerSide = 2;
/** As many bytes as `pictureTypeOf` wants to see. */
export const signatureBytes = 256;

interface Format {
  readonly type: PictureType;
  is(bytes: Buffer): boolean;
  read(bytes: Buffer): HeaderResult;
}

/** What the engine of every window draws and what holds no script. */
const formats: readonly Format[] = [
  { type: 'jpeg', is: isJpeg, read: readJpeg },
  { type: 'png', is: isPng, read: readPng },
  { type: 'webp', is: isWebp, read: readWebp },
  { type: 'gif', is: isGif, read: readGif },
  { type: 'avif', is: isAvif, read: readAvif },
];

/** By the first bytes of a file, `signatureBytes` or all that there are. */
export function pictureTypeOf(bytes: Buffer): PictureType | null {
  return formats.find((format) => format.is(bytes))?.type ?? null;
}

export type CheckedPicture =
  { readonly ok: true; readonly facts: PictureFacts } | { readonly ok: false; readonly reason: PictureRefusal };

const refused = (reason: PictureRefusal): CheckedPicture => ({ ok: false, reason });

/** Whether the bytes may be stored and shown. Nothing is decoded: a picture that would fill the memory is known by its header. */
export function checkPicture(content: Uint8Array): CheckedPicture {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.length > maximumPictureBytes) return refused('too-large');
  const format = formats.find((candidate) => candidate.is(bytes));
  if (!format) return refused('not-a-picture');
  const header = format.read(bytes);
  if (!header || header.width === 0 || header.height === 0) return refused('damaged');
  const { type, width, height } = header;
  if (width <= trackerSide || height <= trackerSide) return refused('tracker');
  if (width > maximumSide || height > maximumSide || width * height > maximumPixels) return refused('too-many-pixels');
  return header.isWhole() ? { ok: true, facts: { type, width, height } } : refused('damaged');
}
