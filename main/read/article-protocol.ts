import { createHash } from 'node:crypto';
import { asFailure } from '#main/failure.ts';
import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';
import { languageNames } from '#preload/messages/catalogue.ts';
import bodyStyles from './article-body.css';
import mediaStyles from './article-media.css';
import pageStyles from './article.css';
import { stylePlace } from './frame-document.ts';

const stylesheet = [pageStyles, bodyStyles, mediaStyles].join('\n');

/** The scheme of the article frame: its own origin, apart from the window's. */
export const articleScheme = 'offprint-article';

const digestSource = (style: string): string => `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** @param styles sources of the style sheets that stand in the document, beside those that are fetched */
const documentPolicy = (styles: readonly string[] = []): string =>
  `default-src 'none'; style-src ${['offprint-article://style', ...styles].join(' ')}; img-src offprint-article://picture; ` +
  "base-uri 'none'; form-action 'none'; frame-ancestors offprint-app://window; script-src 'none'; object-src 'none'; connect-src 'none'; webrtc 'block'; sandbox";

const commonHeaders = {
  'content-security-policy': documentPolicy(),
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

export interface ArticleRequest {
  readonly id: string;
  /** The search to mark, as typed; empty for none. */
  readonly find: string;
  /** The very characters of `find` are marked. */
  readonly isLiteral: boolean;
  /** The page as published instead of the article. */
  readonly isOriginal: boolean;
  /** An earlier version of the article; null for the article as it is now. */
  readonly version: number | null;
  /** Of the words around the article; null where the address names none. */
  readonly language: InterfaceLanguage | null;
}

function isInterfaceLanguage(text: string): text is InterfaceLanguage {
  return Object.hasOwn(languageNames, text);
}

function languageIn(parameters: URLSearchParams): InterfaceLanguage | null {
  const language = parameters.get('language') ?? '';
  return isInterfaceLanguage(language) ? language : null;
}

/** What is no number of a version names one that there is not. */
function versionIn(parameters: URLSearchParams): number | null {
  const version = parameters.get('version');
  if (version === null) return null;
  return /^[1-9]\d{0,14}$/.test(version) ? Number(version) : 0;
}

function reply(body: string, contentType: string, status = 200): Response {
  return new Response(body, { status, headers: { ...commonHeaders, 'content-type': `${contentType}; charset=utf-8` } });
}

const stylesheetSource = digestSource(stylesheet);

/** A page is one answer, with its styles in it: what an archive brings along cannot have their digests. */
function replyDocument(html: string, readingStyle: string): Response {
  const styles = `<style>${stylesheet}</style>\n<style id="reading-style">${readingStyle}</style>`;
  const policy = documentPolicy([stylesheetSource, digestSource(readingStyle)]);
  const headers = { ...commonHeaders, 'content-security-policy': policy, 'content-type': 'text/html; charset=utf-8' };
  return new Response(
    html.replace(stylePlace, () => styles),
    { headers },
  );
}

export interface ServedPicture {
  /** png, jpeg, gif, webp or avif. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Its name says what it is, for ever. Whoever looks it up is never handed anything that is not such a name. */
async function servePicture(sha256: string, picture: (sha256: string) => Promise<ServedPicture | null>): Promise<Response> {
  const found = /^[\da-f]{64}$/.test(sha256) ? await picture(sha256).catch(() => null) : null;
  if (found === null) return reply('', 'text/plain', 404);
  const headers = { ...commonHeaders, 'cache-control': 'max-age=31536000, immutable', 'content-type': `image/${found.type}` };
  return new Response(Buffer.from(found.bytes), { headers });
}

/**
 * Serves `offprint-article://library/<encoded id>?language=<language>&find=<search>`, the same with `&literal` or `&version=<number>`, or with
 * `original` instead of `find`, `offprint-article://style/reading.css` and `offprint-article://picture/<sha-256>`; nothing else. `document` gives the whole HTML, throws where there is none; `readingStyle`
 * the reader's own stylesheet.
 */
export function articleProtocolHandler(
  document: (request: ArticleRequest) => Promise<string>,
  picture: (sha256: string) => Promise<ServedPicture | null>,
  readingStyle: () => string,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET') return reply('', 'text/plain', 405);
    if (url.host === 'style' && url.pathname === '/reading.css') return reply(readingStyle(), 'text/css');
    if (url.host === 'picture') return servePicture(url.pathname.slice(1), picture);
    if (url.host !== 'library') return reply('', 'text/plain', 404);
    try {
      const id = decodeURIComponent(url.pathname.slice(1));
      const { searchParams } = url;
      const html = await document({
        id,
        find: searchParams.get('find') ?? '',
        isLiteral: searchParams.has('literal'),
        isOriginal: searchParams.has('original'),
        version: versionIn(searchParams),
        language: languageIn(searchParams),
      });
      return replyDocument(html, readingStyle());
    } catch (error) {
      return reply('', 'text/html', asFailure(error).code === 'not-found' ? 404 : 500);
    }
  };
}
