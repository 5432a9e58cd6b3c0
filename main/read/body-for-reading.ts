import { linkAddress } from './article-address.ts';
import { escapeHtml, type HtmlToken, readTokens } from './html-tokens.ts';

interface ReadingWords {
  /** What stands in the place of a picture that the library does not hold. */
  readonly pictureMissing: string;
}

/** Turns the stored body into what the frame shows: links lead to the main side, pictures become what is there for them. */
export function bodyForReading(html: string, words: ReadingWords): string {
  return readTokens(html)
    .map((token) => (token.kind === 'open' ? openTag(token, words) : closeTag(token)))
    .join('');
}

function openTag(token: HtmlToken & { readonly kind: 'open' }, words: ReadingWords): string {
  const { name, attributes } = token;
  if (name === 'img') return missingPicture(attributes.get('alt') ?? '', words);
  if (name === 'table') return `<div class="table-scroll" tabindex="0">${token.raw}`;
  const href = name === 'a' ? attributes.get('href') : undefined;
  if (href === undefined || href.startsWith('#')) return token.raw;
  const title = href.startsWith('page:') ? '' : ` title="${escapeHtml(href)}"`;
  return `<a href="${linkAddress(href)}"${title}>`;
}

function closeTag(token: HtmlToken): string {
  return token.kind === 'close' && token.name === 'table' ? `${token.raw}</div>` : token.raw;
}

function missingPicture(alt: string, words: ReadingWords): string {
  const label = escapeHtml(alt || words.pictureMissing);
  return `<span class="picture-missing" role="img" aria-label="${label}">${label}</span>`;
}
