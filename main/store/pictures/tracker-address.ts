import type { PictureRefusal } from './picture-reason.ts';

/** Names that stand for no picture anywhere: a pixel that counts readers, or a blank that only takes up room. */
const pixelName = /^(?:(?:1x1|spacer|tracking[-_]?pixel)\.(?:gif|png)|(?:pixel|blank|clear|transparent|trans|beacon)\.gif)$/iu;
const sizeParameter = /^(?:w|h|width|height)$/iu;

/** Mirrors put beside each page a picture code of its address, named for the page: `1234.md.png`. */
const pageCodeName = /\.(?:md|markdown|html?)\.png$/iu;

/** What can be told to be no picture of an article by its address alone, so that it is never asked for. */
export function addressRefusal(address: string): PictureRefusal | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  const name = (url?.pathname ?? address).split('/').at(-1) ?? '';
  if (pageCodeName.test(name)) return 'furniture';
  const sizes = [...(url?.searchParams ?? [])].filter(([key]) => sizeParameter.test(key));
  const isPixelSized = sizes.length > 1 && sizes.every(([, value]) => /^[12]$/u.test(value));
  return pixelName.test(name) || isPixelSized ? 'tracker' : null;
}
