import type { PictureReason } from '#preload/contract/library-types.ts';
import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';
import type { Messages } from '#preload/messages/catalogue.ts';
import { linkAddress, pictureAddress, pictureRequest } from './article-address.ts';
import { escapeHtml } from './html-tokens.ts';

/** What the library has of a picture. */
export interface PictureHere {
  /** Absolute http(s) address, or a path inside the archive. */
  readonly url: string;
  /** Whether the reader may ask for it by itself: a picture of the article, not one that only the page as published shows. */
  readonly isOfArticle: boolean;
  readonly stored: { readonly sha256: string; readonly width: number; readonly height: number } | null;
  /** Why it is not stored; null for one that was not asked for yet. */
  readonly reason: PictureReason | null;
}

export interface PictureOptions {
  readonly words: Pick<Messages['articlePage'], 'pictureMissing' | 'fetchPicture' | 'pictureReasons'>;
  /** Of the words. */
  readonly language: InterfaceLanguage;
  /** In the order of the body's list of pictures, to which `data-picture` points. */
  readonly pictures: readonly PictureHere[];
}

const givenUpForGood: ReadonlySet<PictureReason> = new Set(['tracker', 'furniture']);

/** The picture from the library, at its size so that nothing moves when it appears; or what stands for it. */
export function pictureForReading(attributes: ReadonlyMap<string, string>, caption: string, options: PictureOptions): string {
  const alt = attributes.get('alt') ?? '';
  const here = options.pictures[Number(attributes.get('data-picture'))];
  if (!here?.stored) return missingPicture(alt === caption ? '' : alt, here, options);
  const { sha256, width, height } = here.stored;
  return `<img src="${pictureAddress(sha256)}" alt="${escapeHtml(alt)}" width="${width}" height="${height}" decoding="async">`;
}

/** What the picture shows, in words; not where the caption under it says the same. */
function missingPicture(alt: string, here: PictureHere | undefined, { words, language }: PictureOptions): string {
  const label = escapeHtml(alt === '' ? words.pictureMissing : alt);
  const why = here?.reason ?? null;
  const reason = why === null ? '' : `<span class="reason" lang="${language}">${escapeHtml(words.pictureReasons[why])}</span>`;
  const canBeFetched = here?.isOfArticle === true && !(why !== null && givenUpForGood.has(why));
  const fetching = canBeFetched
    ? `<a class="fetch" lang="${language}" href="${linkAddress(pictureRequest(here.url))}">${escapeHtml(words.fetchPicture)}</a>`
    : '';
  const name = alt === '' ? ` lang="${language}"` : '';
  return `<span class="picture-missing"><span class="name"${name}>${label}</span>${reason}${fetching}</span>`;
}
