import { isPagePath } from './page-path.ts';

/** Where a page stands, to make sense of the addresses on it. */
export interface PageAddress {
  /** Path inside the archive. */
  readonly path: string;
  /** Address of the article at its publisher; relative addresses in a publisher's own markup belong to it. */
  readonly originalUrl: string | null;
  /** Address of this very page on its Git host, where the page states it. */
  readonly ownUrl: string | null;
  readonly isPublishersMarkup: boolean;
}

const scheme = /^[a-z][a-z0-9+.-]*:/iu;
/** Browsers skip these wherever they stand in an address, so that they must not hide a scheme. */
const ignored = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060\ufeff]/gu;
const hostPath = /^\/\//u;

function cleaned(address: string): string {
  return address.replaceAll(ignored, '').trim();
}

function webAddress(address: string, base?: string): string | null {
  try {
    const url = new URL(address, base);
    const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
    return isWeb && url.hostname !== '' && url.href.length <= addressLimit ? url.href : null;
  } catch {
    return null;
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll(ignored, '');
  } catch {
    return path;
  }
}

/** Path inside the archive; null where it climbs out of it. */
function joinPath(fromPath: string, relative: string): string | null {
  const parts = relative.startsWith('/') ? [] : fromPath.split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** Longer ones would not come back from the written page: a parser here bounds attributes. */
const addressLimit = 1_500;
const anchorLimit = 200;

/** Prefix of in-page anchors: an id of the publisher's choice must not meet an id of the application. */
export function anchorId(name: string): string | null {
  const id = decoded(cleaned(name)).replaceAll(/[\s"'<>`]/gu, '-');
  if (id === '') return null;
  return (id.startsWith('at-') ? id : `at-${id}`).slice(0, anchorLimit);
}

/** As in `ParsedLink.url`; null for what may not or cannot be followed. */
export function resolveLink(raw: string, page: PageAddress): string | null {
  const address = cleaned(raw);
  if (address === '') return null;
  if (address.startsWith('#')) {
    const id = anchorId(address.slice(1));
    return id === null ? null : `#${id}`;
  }
  if (/^page:/iu.test(address)) return pageLink(address.slice(5), { ...page, path: '' });
  if (/^mailto:[^\s@]+@[^\s@]+$/iu.test(address)) return address.length <= addressLimit ? address : null;
  if (scheme.test(address)) return ownPage(webAddress(address), page);
  if (address.includes('\\')) return null;
  if (hostPath.test(address)) return webAddress(`https:${address}`);
  return resolveRelative(address, page);
}

function resolveRelative(address: string, page: PageAddress): string | null {
  if (page.isPublishersMarkup && page.originalUrl !== null && !isMarkdownPath(address))
    return webAddress(address, page.originalUrl);
  const local = pageLink(address, page);
  if (local !== null) return local;
  return page.ownUrl === null || address.startsWith('/') ? null : ownPage(webAddress(address, page.ownUrl), page);
}

function isMarkdownPath(address: string): boolean {
  return /\.(?:mdx?|markdown)(?:[?#]|$)/iu.test(address);
}

function pageLink(address: string, page: Pick<PageAddress, 'path'>): string | null {
  const [, path = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/su.exec(address) ?? [];
  const joined = joinPath(page.path, decoded(path).replaceAll('\\', ''));
  if (joined === null || scheme.test(joined)) return null;
  const target = pageTarget(joined, path);
  const id = fragment === '' ? null : anchorId(fragment);
  return target === null || target.length > addressLimit ? null : `page:${target}${id === null ? '' : `#${id}`}`;
}

/** A folder stands for its front page, a name without extension for the page of that name. */
function pageTarget(path: string, published: string): string | null {
  if (isPagePath(path)) return path;
  const isFolder = path === '' || published.endsWith('/') || /(?:^|\/)\.\.?$/u.test(published);
  const guess = isFolder ? (path === '' ? 'README.md' : `${path}/README.md`) : `${path}.md`;
  return !/\.[a-z0-9]{1,5}$/iu.test(path) && isPagePath(guess) ? guess : null;
}

/** A full address of a page of the same repository is a link inside the archive. */
function ownPage(address: string | null, page: PageAddress): string | null {
  if (address === null) return null;
  if (page.ownUrl === null) return withoutStamp(address);
  const root = webAddress('../'.repeat(page.path.split('/').length - 1) || './', page.ownUrl);
  return root !== null && address.startsWith(root)
    ? (pageLink(address.slice(root.length), { path: '' }) ?? address)
    : withoutStamp(address);
}

/** Mirrors add `?t=` and the like to the pages of a Git host, to get round caches: it is the same page. */
function withoutStamp(address: string): string {
  return /\/blob\/[^?#]+\.(?:mdx?|markdown)\?/iu.test(address) ? address.replace(/\?[^#]*/u, '') : address;
}

/** Web address, or a path inside the archive. */
export function resolvePicture(raw: string, page: PageAddress): string | null {
  const address = cleaned(raw);
  if (address === '' || address.startsWith('#')) return null;
  if (scheme.test(address)) return webAddress(address);
  if (address.includes('\\')) return null;
  if (hostPath.test(address)) return webAddress(`https:${address}`);
  if (page.isPublishersMarkup && page.originalUrl !== null) return webAddress(address, page.originalUrl);
  const path = joinPath(page.path, decoded(address.replace(/[?#].*$/su, '')));
  if (path !== null && path !== '' && path.length <= addressLimit && !scheme.test(path)) return path;
  return page.ownUrl === null ? null : webAddress(address, page.ownUrl);
}
