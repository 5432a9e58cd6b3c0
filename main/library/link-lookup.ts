import type { LinkPlace } from '#main/read/body-for-reading.ts';
import { resolveArticleByPage, resolveArticleByUrl } from '#main/store/archive/links.ts';
import { listSections } from '#main/store/archive/sections.ts';
import { listArchives } from '#main/store/reader/archives.ts';
import type { ArticleId, LinkTarget, SectionId } from '#preload/contract/library-types.ts';
import type { Library } from './library.ts';
import { decodePart, hostOfRepository, normaliseRepository, readRepositoryLink } from './repository-link.ts';
import { articleIdOf, splitId } from './summaries.ts';

/**
 * Where the links of a page lead in the library as it is now. Nothing of it is stored: an archive that is added later is
 * found by links that were written before. `url` as in `ArticleLink`.
 */
export interface LinkLookup {
  /** Costs less than `targetOf`. */
  articleOf(url: string): ArticleId | null;
  targetOf(url: string): LinkTarget;
  placeOf(url: string): LinkPlace;
}

/** A page of an archive that is in the library, whether or not the page is. */
interface PageLocation {
  readonly archiveId: string;
  readonly path: string;
  readonly anchor: string | null;
}

const nowhere: LinkTarget = { articleId: null, sectionId: null, archiveId: null, anchor: null, repository: null };
const frontPage = /^(?:readme|_?index)\.[a-z]+$/i;

/** For links on pages of this archive. What it has to ask the library for as a whole, it asks once. */
export function lookUpLinks(library: Library, archiveId: string): LinkLookup {
  const archives = knownRepositories(library);
  const sectionOf = sectionsByPage(library);
  const locate = (url: string): PageLocation | { readonly repository: string } | null => {
    if (url.startsWith('page:')) return ownPage(archiveId, url);
    const link = readRepositoryLink(url);
    if (link === undefined) return null;
    const archive = archives().archiveOf(link.repository);
    if (archive !== undefined) return { archiveId: archive, path: link.path, anchor: anchorOf(url) };
    return link.isSurelyGit || archives().isHostOfArchives(link.repository) ? { repository: link.repository } : null;
  };
  const articleAt = (url: string, location: ReturnType<typeof locate>): LinkTarget | null => {
    const byAddress = resolveArticleByUrl(library.archive, url);
    if (byAddress) return { ...nowhere, articleId: articleIdOf(byAddress) };
    return location && 'path' in location ? articleAtPage(library, location) : null;
  };
  const targetOf = (url: string): LinkTarget => {
    const location = locate(url);
    const article = articleAt(url, location);
    if (article || location === null) return article ?? nowhere;
    if ('repository' in location) return { ...nowhere, repository: location.repository };
    const sectionId = sectionOf(location);
    const isFrontPage = sectionId === null && frontPage.test(location.path);
    return { ...nowhere, sectionId, archiveId: isFrontPage ? location.archiveId : null };
  };
  return {
    articleOf: (url) => articleAt(url, locate(url))?.articleId ?? null,
    targetOf,
    placeOf: (url) => {
      const target = targetOf(url);
      if (target.articleId !== null || target.sectionId !== null || target.archiveId !== null) return 'library';
      return url.startsWith('page:') ? 'missing' : 'outside';
    },
  };
}

function articleAtPage(library: Library, { archiveId, path, anchor }: PageLocation): LinkTarget | null {
  const article = resolveArticleByPage(library.archive, archiveId, path);
  return article ? { ...nowhere, articleId: articleIdOf(article), anchor } : null;
}

/** `page:<path>#<anchor>` */
function ownPage(archiveId: string, url: string): PageLocation {
  const address = url.slice('page:'.length);
  const at = address.indexOf('#');
  return at < 0
    ? { archiveId, path: address, anchor: null }
    : { archiveId, path: address.slice(0, at), anchor: address.slice(at + 1) || null };
}

/** Ids of a document in the frame begin with `at-`. */
function anchorOf(url: string): string | null {
  const fragment = new URL(url).hash.slice(1);
  return fragment === '' ? null : `at-${decodePart(fragment)}`;
}

interface KnownRepositories {
  /** The archive that was added first, if there are several of the repository. */
  archiveOf(repository: string): string | undefined;
  /** Whether any archive is synced from the host of this repository. */
  isHostOfArchives(repository: string): boolean;
}

function knownRepositories(library: Library): () => KnownRepositories {
  let known: KnownRepositories | undefined;
  return () => (known ??= readRepositories(library));
}

function readRepositories(library: Library): KnownRepositories {
  const archives = new Map<string, string>();
  const hosts = new Set<string>();
  for (const { id, origins } of listArchives(library.reader).toReversed())
    for (const origin of origins) {
      archives.set(normaliseRepository(origin) ?? origin, id);
      const host = hostOfRepository(origin);
      if (host !== undefined) hosts.add(host);
    }
  return {
    archiveOf: (repository) => archives.get(normaliseRepository(repository) ?? repository),
    isHostOfArchives: (repository) => hosts.has(hostOfRepository(repository) ?? ''),
  };
}

/** A section's own page; a front page also stands for its folder. */
function sectionsByPage(library: Library): (page: PageLocation) => SectionId | null {
  const known = new Map<string, ReadonlySet<SectionId>>();
  return ({ archiveId, path }) => {
    const sections = known.get(archiveId) ?? new Set(listSections(library.archive, archiveId).map(({ id }) => id));
    known.set(archiveId, sections);
    const folder = path.replace(/\/(?:readme|_?index)\.[a-z]+$/i, '');
    return [path, folder].map((page) => `${archiveId}:${page}`).find((id) => sections.has(id)) ?? null;
  };
}

/** Where a link that was followed on the page of the article `from` leads. */
export function resolveLink(library: Library, { from, url }: { readonly from: ArticleId; readonly url: string }): LinkTarget {
  return lookUpLinks(library, splitId(from).archiveId).targetOf(url);
}
