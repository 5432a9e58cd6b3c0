import { ReportedFailure } from '#main/failure.ts';
import { type ArticleRow, findArticleRow } from '#main/store/archive/article-rows.ts';
import { type ArticleBody, readBody } from '#main/store/archive/bodies.ts';
import { resolveArticleByPage, resolveArticleByUrl } from '#main/store/archive/links.ts';
import type { ArticleDetail, ArticleId, ArticleLink } from '#preload/contract/library-types.ts';
import type { Library } from './library.ts';
import { articleIdOf, splitId, summarise } from './summaries.ts';

/** Throws 'not-found' where the library has no such article. */
export function requireArticle(library: Library, id: ArticleId): ArticleRow {
  const { archiveId, path } = splitId(id);
  const row = findArticleRow(library.archive, archiveId, path);
  if (row) return row;
  throw new ReportedFailure({ code: 'not-found', message: `no article ${id} in the library`, details: { id } });
}

/** Links as the page wrote them, each with the article it leads to if that is in the library now. */
function resolveLinks(library: Library, archiveId: string, body: ArticleBody): ArticleLink[] {
  return body.links.map(({ text, url }) => {
    const target = url.startsWith('page:')
      ? resolveArticleByPage(library.archive, archiveId, pagePathOf(url))
      : resolveArticleByUrl(library.archive, url);
    return { text, url, articleId: target ? articleIdOf(target) : null };
  });
}

/** The path in a `page:<path>#fragment` link. */
function pagePathOf(url: string): string {
  return url.slice('page:'.length).split('#', 1)[0] ?? '';
}

export function describeArticle(library: Library, row: ArticleRow, body: ArticleBody): ArticleDetail {
  const [summary] = summarise(library, [row]);
  if (!summary) throw new ReportedFailure({ code: 'not-found', message: 'the article is gone' });
  return {
    ...summary,
    pictures: body.pictures.map((picture) => ({ ...picture, isStored: false })),
    links: resolveLinks(library, row.archiveId, body),
  };
}

export function showArticle(library: Library, id: ArticleId): ArticleDetail {
  const row = requireArticle(library, id);
  return describeArticle(library, row, readBody(library.archive, row.rowId));
}
