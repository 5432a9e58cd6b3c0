import { ReportedFailure } from '#main/failure.ts';
import type { ArticleRow } from '#main/store/archive/article-rows.ts';
import { readEarlierPage } from '#main/store/archive/earlier-pages.ts';
import { readFurniture } from '#main/store/archive/furniture.ts';
import type { ArticleDetail } from '#preload/contract/library-types.ts';
import { describeArticle } from './article-detail.ts';
import type { Library } from './library.ts';

/** An article as it was until `replacedAt` (ISO 8601, UTC). */
export interface EarlierArticle {
  readonly article: ArticleDetail;
  readonly pictures: readonly { readonly url: string }[];
  readonly html: string;
  readonly text: string;
  readonly replacedAt: string;
}

/** Reads the page of that time anew, with the parser of today. Throws 'not-found' where there is no such version. */
export async function readVersion(library: Library, row: ArticleRow, version: number): Promise<EarlierArticle> {
  const { archiveId, path } = row;
  const { bytes, replacedAtMs } = readEarlierPage(library.archive, archiveId, path, version);
  // Loaded when it is asked for: nothing else in the worker needs the whole parser.
  const { parsePage } = await import('#main/parse/parse-page.ts');
  const furniture = readFurniture(library.archive, archiveId);
  const result = parsePage({ path, bytes, fallbackDay: row.publishedOn, furniture });
  const parsed = result.ok ? result.page.article : null;
  if (!parsed)
    throw new ReportedFailure({ code: 'page-unreadable', message: `no article in version ${version}`, details: { path } });
  return {
    article: describeArticle(library, rowOf(row, parsed), parsed),
    pictures: parsed.pictures,
    html: parsed.html,
    text: parsed.text,
    replacedAt: new Date(replacedAtMs).toISOString(),
  };
}

type OwnWords = Pick<
  ArticleRow,
  | 'title'
  | 'titleLanguage'
  | 'language'
  | 'publishedOn'
  | 'isDateEstimated'
  | 'source'
  | 'byline'
  | 'originalUrl'
  | 'topics'
  | 'excerpt'
  | 'readingMinutes'
>;

/** What that version said of itself, under the identity that the article has now. */
function rowOf(row: ArticleRow, parsed: OwnWords): ArticleRow {
  return {
    ...row,
    title: parsed.title,
    titleLanguage: parsed.titleLanguage,
    language: parsed.language,
    publishedOn: parsed.publishedOn,
    isDateEstimated: parsed.isDateEstimated,
    source: parsed.source,
    byline: parsed.byline,
    originalUrl: parsed.originalUrl,
    topics: parsed.topics,
    excerpt: parsed.excerpt,
    readingMinutes: parsed.readingMinutes,
  };
}
