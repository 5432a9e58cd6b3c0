import { ReportedFailure } from '#main/failure.ts';
import { type ArticleRow, findArticleRow } from '#main/store/archive/article-rows.ts';
import { type ArticleBody, readBody } from '#main/store/archive/bodies.ts';
import { listEarlierPages } from '#main/store/archive/earlier-pages.ts';
import { anchorHeadings } from '#main/read/heading-anchors.ts';
import type { ArticlePageInput } from '#main/read/article-page.ts';
import type { ArticleDetail, ArticleId } from '#preload/contract/library-types.ts';
import type { Library } from './library.ts';
import { lookUpLinks } from './link-lookup.ts';
import { lookUpPictures } from './picture-lookup.ts';
import { splitId, summarise } from './summaries.ts';

/** Throws 'not-found' where the library has no such article. */
export function requireArticle(library: Library, id: ArticleId): ArticleRow {
  const { archiveId, path } = splitId(id);
  const row = findArticleRow(library.archive, archiveId, path);
  if (row) return row;
  throw new ReportedFailure({ code: 'not-found', message: `no article ${id} in the library`, details: { id } });
}

/** What stands above the text of an article. */
export function headOfArticle(library: Library, row: ArticleRow, body: ArticleBody): ArticlePageInput['article'] {
  const [summary] = summarise(library, [row]);
  if (!summary) throw new ReportedFailure({ code: 'not-found', message: 'the article is gone' });
  const { editor, issueNumber, characters, words } = body;
  return { ...summary, editor, issueNumber, characters, words };
}

export function describeArticle(library: Library, row: ArticleRow, body: ArticleBody): ArticleDetail {
  const { articleOf } = lookUpLinks(library, row.archiveId);
  const found = lookUpPictures(library, row, body.pictures);
  return {
    ...headOfArticle(library, row, body),
    earlierVersions: listEarlierPages(library.archive, row.archiveId, row.path).map(({ id, replacedAtMs }) => ({
      version: id,
      replacedAt: new Date(replacedAtMs).toISOString(),
    })),
    outline: anchorHeadings(body.html).outline,
    pictures: body.pictures.map((picture, at) => ({ ...picture, isStored: found[at]?.state === 'stored' })),
    links: body.links.map(({ text, url }) => ({ text, url, articleId: articleOf(url) })),
  };
}

export function showArticle(library: Library, id: ArticleId): ArticleDetail {
  const row = requireArticle(library, id);
  return describeArticle(library, row, readBody(library.archive, row.rowId));
}
