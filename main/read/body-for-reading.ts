import type { Messages } from '#preload/messages/catalogue.ts';
import { linkAddress } from './article-address.ts';
import { escapeHtml, type HtmlToken, readTokens, unescapeHtml } from './html-tokens.ts';

/** Where a link leads now: into the library, out of the application, or to a page that is not here. */
export type LinkPlace = 'library' | 'outside' | 'missing';

export interface ReadingOptions {
  readonly words: Pick<Messages['articlePage'], 'pictureMissing' | 'pageMissing' | 'table' | 'embedKinds'>;
  readonly placeOf: (url: string) => LinkPlace;
}

/** Turns the stored body into what the frame shows: links lead to the main side, pictures become what is there for them. */
export function bodyForReading(html: string, options: ReadingOptions): string {
  const tokens = readTokens(html);
  return tokens
    .map((token, at) => {
      if (token.kind !== 'open') return closeTag(token);
      return token.name === 'img' ? missingPicture(token, captionAfter(tokens, at), options) : openTag(token, options);
    })
    .join('');
}

type OpenToken = HtmlToken & { readonly kind: 'open' };

function openTag(token: OpenToken, options: ReadingOptions): string {
  const { name, attributes } = token;
  if (name === 'table')
    return `<div class="table-scroll" role="region" aria-label="${escapeHtml(options.words.table)}" tabindex="0">${token.raw}`;
  if (name === 'pre') return `${token.raw.slice(0, -1)} tabindex="0">`;
  if (name === 'p' && attributes.has('data-embed')) return card(token, options);
  return name === 'a' ? link(token, options) : token.raw;
}

function closeTag(token: HtmlToken): string {
  return token.kind === 'close' && token.name === 'table' ? `${token.raw}</div>` : token.raw;
}

/** The label is shown by the stylesheet: it is no word of the article, so that no search marks it and no copy takes it along. */
function card(token: OpenToken, { words }: ReadingOptions): string {
  const kind = token.attributes.get('data-embed');
  const label = kind === 'video' || kind === 'audio' ? words.embedKinds[kind] : words.embedKinds.page;
  return `${token.raw.slice(0, -1)} data-label="${escapeHtml(label)}">`;
}

function link({ raw, attributes }: OpenToken, { words, placeOf }: ReadingOptions): string {
  const href = attributes.get('href');
  if (href === undefined || href.startsWith('#')) return raw;
  const place = placeOf(href);
  const language = attributes.get('lang');
  const rest = language === undefined ? '' : ` lang="${escapeHtml(language)}"`;
  if (place === 'missing') return `<a class="missing" title="${escapeHtml(words.pageMissing)}"${rest}>`;
  if (place === 'library') return `<a class="library" href="${linkAddress(href)}"${rest}>`;
  return `<a class="outside" href="${linkAddress(href)}" title="${escapeHtml(href)}"${rest}>`;
}

/** What the picture shows, in words; not where the caption under it says the same. */
function missingPicture({ attributes }: OpenToken, caption: string, { words }: ReadingOptions): string {
  const alt = attributes.get('alt') ?? '';
  const label = escapeHtml(alt === '' || alt === caption ? words.pictureMissing : alt);
  return `<span class="picture-missing" role="img" aria-label="${label}">${label}</span>`;
}

/** Plain text of the caption of the figure that the token at this place stands in; empty where it stands in none. */
function captionAfter(tokens: readonly HtmlToken[], at: number): string {
  let caption: string | null = null;
  for (let next = at + 1; next < tokens.length; next++) {
    const token = tokens[next];
    if (token === undefined || (token.kind !== 'text' && token.name === 'figure')) break;
    if (token.kind === 'open' && token.name === 'figcaption') caption = '';
    else if (token.kind === 'close' && token.name === 'figcaption') break;
    else if (token.kind === 'text' && caption !== null) caption += unescapeHtml(token.raw);
    // Only pictures and captions stand in a figure: any other block means that this is none.
    else if (caption === null && token.kind === 'open' && token.name !== 'img') break;
  }
  return caption?.trim() ?? '';
}
