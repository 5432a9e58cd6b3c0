import { frameRequestAddress, type ShownBody } from '#preload/contract/frame-requests.ts';
import type { PictureReason } from '#preload/contract/library-types.ts';
import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';
import type { Messages } from '#preload/messages/catalogue.ts';
import { linkAddress, pictureAddress, pictureRequest } from './article-address.ts';
import { escapeHtml } from './html-tokens.ts';
import type { PlacedPicture } from './pictures-of-body.ts';

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
  readonly words: Pick<Messages['articlePage'], 'pictureMissing' | 'fetchPicture' | 'pictureReasons' | 'openPicture'>;
  /** Of the words. */
  readonly language: InterfaceLanguage;
  /** In the order of the body's list of pictures, to which `data-picture` points. */
  readonly pictures: readonly PictureHere[];
  /** Which text of the article this is. */
  readonly body: ShownBody;
}

const givenUpForGood: ReadonlySet<PictureReason> = new Set(['tracker', 'furniture']);

/** What is smaller, in px, has nothing to be seen larger: dots, lines, signs. */
const leastOpened = 32;

/** A picture that the reader can look at by itself. */
export function isOpenable(stored: PictureHere['stored']): stored is NonNullable<PictureHere['stored']> {
  return stored !== null && stored.width >= leastOpened && stored.height >= leastOpened;
}

/**
 * The picture from the library, at its size so that nothing moves when it appears, and within a link that opens it; or what
 * stands for it.
 */
export function pictureForReading(
  attributes: ReadonlyMap<string, string>,
  placed: PlacedPicture | undefined,
  options: PictureOptions,
): string {
  const alt = attributes.get('alt') ?? '';
  const here = options.pictures[Number(attributes.get('data-picture'))];
  if (!here?.stored) return missingPicture(alt === placed?.caption ? '' : alt, here, options);
  const { sha256, width, height } = here.stored;
  const picture = `<img src="${pictureAddress(sha256)}" alt="${escapeHtml(alt)}" width="${width}" height="${height}" decoding="async">`;
  return placed && !placed.isLinked && isOpenable(here.stored) ? openingLink(picture, alt, placed.place, options) : picture;
}

/** A reader who cannot see the picture hears what it shows and what the link does. */
function openingLink(picture: string, alt: string, place: number, { words, language, body }: PictureOptions): string {
  const address = linkAddress(frameRequestAddress({ kind: 'picture', body, place }));
  const name = alt === '' ? words.openPicture : `${alt} (${words.openPicture})`;
  const own = alt === '' ? ` lang="${language}"` : '';
  return `<a class="picture"${own} href="${address}" aria-label="${escapeHtml(name)}">${picture}</a>`;
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
