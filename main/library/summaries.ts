import type { ArticleRow } from '#main/store/archive/article-rows.ts';
import { sectionsOf } from '#main/store/archive/sections.ts';
import { readBookmarkedKeys } from '#main/store/reader/bookmarks.ts';
import { readReadKeys } from '#main/store/reader/read-marks.ts';
import type { ArticleId, ArticleSummary } from '#preload/contract/library-types.ts';
import type { Library } from './library.ts';

export function articleIdOf(row: Pick<ArticleRow, 'archiveId' | 'path'>): ArticleId {
  return `${row.archiveId}:${row.path}`;
}

/** `<archive>:<path>` in its two parts; the path may hold colons, the archive id never does. */
export function splitId(id: ArticleId): { readonly archiveId: string; readonly path: string } {
  const at = id.indexOf(':');
  return { archiveId: id.slice(0, at), path: id.slice(at + 1) };
}

/** Joins what the archive says of articles with what the reader did to them, in the order of the rows. */
export function summarise(library: Library, rows: readonly ArticleRow[]): ArticleSummary[] {
  const keys = rows.map((row) => row.key);
  const bookmarked = readBookmarkedKeys(library.reader, keys);
  const read = readReadKeys(library.reader, keys);
  return rows.map((row) => ({
    id: articleIdOf(row),
    archive: row.archiveId,
    path: row.path,
    title: row.title,
    titleLanguage: row.titleLanguage,
    publishedOn: row.publishedOn,
    isDateEstimated: row.isDateEstimated,
    source: row.source,
    byline: row.byline,
    sections: sectionsOf(library.archive, row.rowId),
    topics: row.topics,
    originalUrl: row.originalUrl,
    language: row.language,
    excerpt: row.excerpt,
    readingMinutes: row.readingMinutes,
    isRemovedUpstream: row.isRemovedUpstream,
    isBookmarked: bookmarked.has(row.key),
    isRead: read.has(row.key),
  }));
}
