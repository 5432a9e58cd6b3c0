import { findNaming } from '#main/search/alike.ts';
import type { ArticleRow } from '#main/store/archive/article-rows.ts';
import { normaliseAddress } from '#main/store/archive/article-key.ts';
import { findArticleRow, findRowsById } from '#main/store/archive/article-rows.ts';
import { readLinksOf, readPagesOf } from '#main/store/archive/related.ts';
import { type LinkLookup, lookUpLinks } from './link-lookup.ts';
import type { Library } from './library.ts';
import { articleIdOf, splitId } from './summaries.ts';

/** So many articles that name the title are asked where they lead. */
const maximumNaming = 40;

/** The articles that this one leads to, in the order of the text. */
export function articlesLinkedFrom(library: Library, row: ArticleRow, maximum: number): ArticleRow[] {
  const links = readLinksOf(library.archive, [row.rowId]).get(row.rowId) ?? [];
  const { articleOf } = lookUpLinks(library, row.archiveId);
  const found = new Map<number, ArticleRow>();
  for (const url of new Set(links.map((link) => link.url))) {
    const id = articleOf(url);
    if (id === null) continue;
    const { archiveId, path } = splitId(id);
    const linked = findArticleRow(library.archive, archiveId, path);
    if (linked && linked.rowId !== row.rowId) found.set(linked.rowId, linked);
    if (found.size === maximum) break;
  }
  return [...found.values()];
}

/**
 * The articles that lead to this one, of those that have its title in their text and of the `others` given. Links are stored with
 * the article that they stand in and with nothing else: to ask all articles where they lead would be to read all of them.
 */
export function articlesLinkingTo(library: Library, row: ArticleRow, others: readonly number[]): ReadonlySet<number> {
  const candidates = new Set([...findNaming(library.archive, row.title, maximumNaming), ...others]);
  candidates.delete(row.rowId);
  const links = readLinksOf(library.archive, [...candidates]);
  const leadsHere = createLinkCheck(library, row);
  const linking = findRowsById(library.archive, [...links.keys()]);
  return new Set(
    linking
      .filter(({ rowId, archiveId }) => (links.get(rowId) ?? []).some((link) => leadsHere(archiveId, link)))
      .map(({ rowId }) => rowId),
  );
}

/** Most links lead elsewhere, which their address tells without a question to the library. */
function createLinkCheck(library: Library, row: ArticleRow): (archiveId: string, link: { readonly url: string }) => boolean {
  const pages = readPagesOf(library.archive, row.rowId);
  const names = new Set(pages.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)));
  const lookups = new Map<string, LinkLookup>();
  const lookupOf = (archiveId: string): LinkLookup => {
    const lookup = lookups.get(archiveId) ?? lookUpLinks(library, archiveId);
    lookups.set(archiveId, lookup);
    return lookup;
  };
  const id = articleIdOf(row);
  const part = plainPartOf(row.key);
  return (archiveId, { url }) => {
    const isAddress = url.toLowerCase().includes(part) && normaliseAddress(url) === row.key;
    const isLikely = isAddress || names.has(lastPartOf(url));
    return isLikely && lookupOf(archiveId).articleOf(url) === id;
  };
}

/** What every spelling of an address has behind its host, in small letters; to take each address apart would be felt. */
function plainPartOf(key: string): string {
  const parts = key.replace(/^\/\/[^/?#]*/u, '').split(/%[\dA-F]{2}|[^\w-]+/u);
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '').toLowerCase();
}

/** As it is written: the name of a page whose address has signs to be escaped is compared without them. */
function lastPartOf(url: string): string {
  const [address = ''] = url.split(/[?#]/u, 1);
  const part = address.slice(Math.max(address.lastIndexOf('/'), address.startsWith('page:') ? 'page:'.length - 1 : -1) + 1);
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
