import type { PictureType } from '#main/store/pictures/picture-reason.ts';
import { checkPicture } from './check-picture.ts';
import type { TransformPicture } from './fetch-one.ts';

/** What only a window can do: decode a picture and draw it `width` pixels wide. Null where it could not. */
export type DrawPicture = (picture: PictureToDraw) => Promise<Uint8Array | null>;

export interface PictureToDraw {
  readonly bytes: Uint8Array;
  readonly type: PictureType;
  /** CSS pixels; the height follows. */
  readonly width: number;
}

/** Pictures wider than `width` are drawn smaller; one that would lose its motion or gain bytes by that stays as it came. */
export function shrinkTo(width: number, draw: DrawPicture): TransformPicture {
  return async (bytes, type) => {
    const picture = checkPicture(bytes);
    if (!picture.ok || picture.facts.width <= width || mayMove(bytes, type)) return bytes;
    const drawn = await draw({ bytes, type, width });
    return drawn !== null && drawn.byteLength < bytes.byteLength && checkPicture(drawn).ok ? drawn : bytes;
  };
}

const animationFlag = 0x02;

/** Whether it may have more than one frame. */
function mayMove(content: Uint8Array, type: PictureType): boolean {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (type === 'webp') return bytes.toString('latin1', 12, 16) === 'VP8X' && (bytes.readUInt8(20) & animationFlag) !== 0;
  if (type === 'png') return bytes.subarray(0, firstData(bytes)).includes('acTL', 0, 'latin1');
  if (type === 'avif') return bytes.toString('latin1', 4, 64).includes('avis');
  return type === 'gif';
}

/** Where the first chunk with pixels of a PNG begins: what says that it moves stands before it. */
function firstData(bytes: Buffer): number {
  const at = bytes.indexOf('IDAT', 0, 'latin1');
  return at < 0 ? bytes.length : at;
}
