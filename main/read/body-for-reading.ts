import { frameRequestAddress } from '#preload/contract/frame-requests.ts';
import type { Messages } from '#preload/messages/catalogue.ts';
import { linkAddress } from './article-address.ts';
import { gateBody } from './gate-body.ts';
import { escapeHtml, type HtmlToken, readTokens } from './html-tokens.ts';
import { type NoteMark, noteMarks } from './note-marks.ts';
import { pictureForReading, type PictureOptions } from './picture-for-reading.ts';
import { picturesOfBody } from './pictures-of-body.ts';

/** Where a link leads now: into the library, out of the application, or to a page that is not here. */
export type LinkPlace = 'library' | 'outside' | 'missing';

export interface ReadingOptions extends PictureOptions {
  readonly words: PictureOptions['words'] & Pick<Messages['articlePage'], 'pageMissing' | 'table' | 'embedKinds'>;
  readonly placeOf: (url: string) => LinkPlace;
}

/** Turns the stored body into what the frame shows: links lead to the main side, pictures become what is there for them. */
export function bodyForReading(html: string, options: ReadingOptions): string {
  const tokens = readTokens(gateBody(html));
  const pictures = picturesOfBody(tokens);
  const marks = noteMarks(tokens);
  return tokens
    .map((token, at) => {
      if (token.kind !== 'open') return closeTag(token);
      if (token.name === 'li') return listItem(token, tokens[at + 1]);
      return token.name === 'img'
        ? pictureForReading(token.attributes, pictures.get(token), options)
        : openTag(token, marks.get(token), options);
    })
    .join('');
}

type OpenToken = HtmlToken & { readonly kind: 'open' };

function openTag(token: OpenToken, mark: NoteMark | undefined, options: ReadingOptions): string {
  const { name, attributes } = token;
  if (name === 'table')
    return `<div class="table-scroll" role="region" aria-label="${escapeHtml(options.words.table)}" tabindex="0">${token.raw}`;
  if (name === 'pre') return `${token.raw.slice(0, -1)} tabindex="0">`;
  if (name === 'p' && attributes.has('data-embed')) return card(token, options);
  if (mark) return linkToNote(token, mark, options);
  return name === 'a' ? link(token, options) : token.raw;
}

/** The item of a list of tasks brings its box along, as `parse/` writes it: no bullet stands before it. */
function listItem({ raw }: OpenToken, next: HtmlToken | undefined): string {
  return next?.kind === 'text' && /^[\u2610\u2611] /u.test(next.raw) ? `${raw.slice(0, -1)} class="task">` : raw;
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

/** Shows the note beside its mark. */
function linkToNote({ attributes }: OpenToken, { place }: NoteMark, { body }: ReadingOptions): string {
  const language = attributes.get('lang');
  const own = language === undefined ? '' : ` lang="${escapeHtml(language)}"`;
  const address = linkAddress(frameRequestAddress({ kind: 'note', body, place }));
  return `<a class="note-mark" href="${address}"${own}>`;
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
