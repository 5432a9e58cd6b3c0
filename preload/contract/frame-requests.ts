/** Which text a frame shows: the article as it is now, its page as published, or an earlier version, by its number. */
export type ShownBody = 'article' | 'original' | number;

/**
 * Note: what a frame asks of the window. The page of an article runs no script. What it wants of the window is a link that is
 * never loaded, made by the main side and read by the window; a link that an article brings along cannot have such an address.
 *
 * `place`: which of the pictures, or of the marks of notes, that the text has, from 0.
 */
export interface FrameRequest {
  readonly kind: 'picture' | 'note';
  readonly body: ShownBody;
  readonly place: number;
}

const pattern = /^offprint-view:(picture|note)\/(article|original|[1-9]\d{0,14})\/(\d{1,6})$/u;

export const frameRequestAddress = ({ kind, body, place }: FrameRequest): string => `offprint-view:${kind}/${body}/${place}`;

/** null for any other address. */
export const readFrameRequest = (address: string): FrameRequest | null => {
  const [, kind, body = '', place] = pattern.exec(address) ?? [];
  if (kind !== 'picture' && kind !== 'note') return null;
  return { kind, body: body === 'article' || body === 'original' ? body : Number(body), place: Number(place) };
};
