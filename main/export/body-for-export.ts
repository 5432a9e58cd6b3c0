import { escapeHtml, type HtmlToken, readTokens } from '#main/read/html-tokens.ts';
import type { PictureHere } from '#main/read/picture-for-reading.ts';

type StoredPicture = NonNullable<PictureHere['stored']>;

/** What a body's links, ids and pictures become in the file that it goes into. */
export interface BodyPlaces {
  /** XHTML, as EPUB demands, instead of HTML. */
  readonly isXml: boolean;
  /** Null where there is nothing to lead to: the words stay without a link. `url` is no place in the article itself. */
  hrefOf(url: string): string | null;
  /** The id that stands for one of the article's own. */
  idOf(id: string): string;
  /** Null where it is left out. */
  srcOf(picture: StoredPicture): string | null;
  /** HTML that stands for a picture which is not there; `alt` is plain text. */
  missing(alt: string): string;
  readonly embedLabels: Readonly<Record<'video' | 'audio' | 'page', string>>;
}

type OpenToken = HtmlToken & { readonly kind: 'open' };

const voidElements = new Set(['br', 'hr', 'wbr', 'col']);

/** Turns a stored body into what stands in a file: no attribute and no address of ours remains. */
export function bodyForExport(html: string, pictures: readonly PictureHere[], places: BodyPlaces): string {
  const tokens = readTokens(html);
  const ids = new Set(tokens.flatMap((token) => (token.kind === 'open' ? (token.attributes.get('id') ?? []) : [])));
  return tokens
    .map((token, at) => {
      if (token.kind === 'text') return places.isXml ? xmlText(token.raw) : token.raw;
      if (token.kind === 'close') return closeTag(token.name);
      if (token.name === 'img') return picture(token, pictures, places);
      return openTag(token, tokens[at + 1], ids, places);
    })
    .join('');
}

/** XML knows five names; the one that HTML has besides is written as a number. What XML cannot hold at all is dropped. */
export function xmlText(html: string): string {
  return html.replaceAll('&nbsp;', '&#160;').replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '');
}

const renamed: Readonly<Record<string, string>> = { big: 'span' };

function closeTag(name: string): string {
  const end = `</${renamed[name] ?? name}>`;
  return name === 'table' ? `${end}</div>` : end;
}

function openTag(token: OpenToken, next: HtmlToken | undefined, ids: ReadonlySet<string>, places: BodyPlaces): string {
  const attributes = new Map(places.isXml ? validAttributes(token) : token.attributes);
  const id = attributes.get('id');
  if (id !== undefined) attributes.set('id', places.idOf(id));
  if (token.name === 'a') setHref(attributes, ids, places);
  const kind = attributes.get('data-embed');
  attributes.delete('data-embed');
  if (kind !== undefined) attributes.set('class', 'embed');
  if (token.name === 'li' && next?.kind === 'text' && /^[\u2610\u2611] /u.test(next.raw)) attributes.set('class', 'task');
  const tag = writeTag(renamed[token.name] ?? token.name, attributes, places.isXml);
  if (token.name === 'table') return `<div class="table">${tag}`;
  if (kind === undefined) return tag;
  const label = kind === 'video' || kind === 'audio' ? places.embedLabels[kind] : places.embedLabels.page;
  return `${tag}<span class="label">${escapeHtml(label)}</span> `;
}

function setHref(attributes: Map<string, string>, ids: ReadonlySet<string>, places: BodyPlaces): void {
  const url = attributes.get('href');
  attributes.delete('href');
  if (url === undefined) return;
  const own = url.startsWith('#') ? url.slice(1) : null;
  const href = own === null ? places.hrefOf(url) : ids.has(own) ? `#${places.idOf(own)}` : null;
  if (href !== null) attributes.set('href', href);
}

/** HTML of today, as a checker of EPUB wants it: presentation as style, no values that it would doubt. */
function validAttributes({ name, attributes }: OpenToken): readonly (readonly [string, string])[] {
  return [...attributes].flatMap(([key, value]): [string, string][] => {
    if (key === 'align') return [['style', `text-align:${/^(?:left|right|center|justify)$/u.test(value) ? value : 'start'}`]];
    if (key === 'lang') {
      return [
        ['lang', value],
        ['xml:lang', value],
      ];
    }
    if (key === 'datetime' || (name === 'a' && key === 'name')) return [];
    return [[key, value]];
  });
}

function writeTag(name: string, attributes: ReadonlyMap<string, string>, isXml: boolean): string {
  const written = [...attributes].map(([key, value]) => ` ${key}="${isXml ? xmlText(escapeHtml(value)) : escapeHtml(value)}"`);
  return `<${name}${written.join('')}${isXml && voidElements.has(name) ? '/' : ''}>`;
}

function picture({ attributes }: OpenToken, pictures: readonly PictureHere[], places: BodyPlaces): string {
  const alt = attributes.get('alt') ?? '';
  const stored = pictures[Number(attributes.get('data-picture'))]?.stored;
  const src = stored ? places.srcOf(stored) : null;
  if (!stored || src === null) return places.missing(alt);
  const { width, height } = stored;
  const tag = `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}" width="${width}" height="${height}"`;
  return places.isXml ? `${xmlText(tag)}/>` : `${tag}>`;
}
