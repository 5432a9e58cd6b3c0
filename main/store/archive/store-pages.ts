import type { ParsedArticle, ParsedIndex, ParseResult } from '#main/parse/parsed-page.ts';
import type { WritableDb } from '../database.ts';
import { articleKey } from './article-key.ts';
import type { DayPlace } from './article-row-id.ts';
import { listArticle, refreshRemovedMark, releaseArticle, settleShownPage } from './article-pages.ts';
import { readText } from './bodies.ts';
import { dropNewestEarlierPage } from './earlier-pages.ts';
import { storeBlocks } from './furniture.ts';
import { recordKeyChange } from './key-changes.ts';
import { dropPageContent, writePageContent } from './page-content.ts';
import { createArticle, type Rendering, replaceArticle } from './write-article.ts';

export interface PageToStore {
  readonly path: string;
  /** Git blob id of `bytes`. */
  readonly oid: string;
  /** Empty for a page that was skipped unread: nothing is kept of it but its failure. */
  readonly bytes: Uint8Array;
  /** At least 1. */
  readonly parserVersion: number;
  readonly result: ParseResult;
  /** Only parsed again, not received: a page that left the archive stays marked as removed. */
  readonly isAgain?: boolean;
  /** Another version of what the page was, kept by `keepPages` just now. */
  readonly isReplacing?: boolean;
}

export interface StoredCount {
  /** Pages that the archive did not have upstream before. */
  readonly added: number;
  /** Pages whose content is another; pages that were only parsed again do not count. */
  readonly changed: number;
  /** Pages that could not be read; they count as nothing else. */
  readonly failed: number;
}

interface PageRow {
  readonly id: number;
  readonly oid: string;
  readonly articleId: number | null;
  readonly textLength: number;
  readonly isRemoved: number;
  readonly hasFailed: number;
}

const readPage = `
  SELECT id, oid, article_id AS articleId, text_length AS textLength, is_removed_upstream AS isRemoved,
    failure_code IS NOT NULL AS hasFailed
  FROM page WHERE archive_id = ? AND path = ?`;
const insertPage = `
  INSERT INTO page (archive_id, path, oid, parser_version, article_id, text_length, failure_code, failure_message,
    is_removed_upstream)
  VALUES ($archive, $path, $oid, $parserVersion, NULL, $textLength, $failureCode, $failureMessage, 0) RETURNING id`;
const updatePage = `
  UPDATE page SET oid = $oid, parser_version = $parserVersion, text_length = $textLength, failure_code = $failureCode,
    failure_message = $failureMessage, is_removed_upstream = $isRemoved
  WHERE id = $id`;
const writeIndex = `
  INSERT INTO page_index (page_id, title, groups) VALUES (?, ?, ?)
  ON CONFLICT (page_id) DO UPDATE SET title = excluded.title, groups = excluded.groups`;
const dropIndex = 'DELETE FROM page_index WHERE page_id = ?';
const readShownPage = 'SELECT page_id AS pageId FROM article WHERE id = ?';
const readKey = 'SELECT key FROM article WHERE id = ?';
const attachPage = 'UPDATE page SET article_id = ? WHERE id = ?';
const findArticle = `
  SELECT article.id AS id, article.page_id AS pageId, page.text_length AS textLength, page.is_removed_upstream AS isRemoved,
    page.archive_id || ':' || page.path AS pageName
  FROM article LEFT JOIN page ON page.id = article.page_id AND page.article_id = article.id WHERE article.key = ?`;
interface PageRendering extends Rendering {
  /** `<archive>:<path>`: of two pages equally full the one with the smaller name is shown, whichever came first. */
  readonly pageName: string;
  readonly isRemoved: boolean;
}

interface ArticleOfKey {
  readonly id: number;
  readonly pageId: number;
  readonly pageName: string | null;
  readonly textLength: number | null;
  readonly isRemoved: number | null;
}

/**
 * Stores one portion of pages with their articles, in one transaction. A page that can no longer be read keeps the article
 * it had; a page that holds no article any more, or another one, releases it.
 */
export function storePages(
  db: WritableDb,
  archiveId: string,
  pages: readonly PageToStore[],
  place: DayPlace = 'above',
): StoredCount {
  return db.transaction(() => {
    const count = { added: 0, changed: 0, failed: 0 };
    for (const page of pages) {
      const before = db.first<PageRow>(readPage, [archiveId, page.path]);
      storePage(db, { archiveId, page, before, place });
      if (!page.result.ok) count.failed += 1;
      else if (!before || before.isRemoved === 1) count.added += 1;
      else if (before.oid !== page.oid) count.changed += 1;
    }
    return count;
  });
}

interface Storing {
  readonly archiveId: string;
  readonly page: PageToStore;
  readonly before: PageRow | undefined;
  readonly place: DayPlace;
}

function storePage(db: WritableDb, { archiveId, page, before, place }: Storing): void {
  const pageId = writePage(db, archiveId, page, before);
  if (!page.result.ok && page.bytes.length === 0) dropPageContent(db, pageId);
  else if (before?.oid !== page.oid || before.hasFailed === 1) writePageContent(db, pageId, page.bytes);
  const articleBefore = before?.articleId ?? null;
  if (!page.result.ok) {
    if (articleBefore !== null) refreshRemovedMark(db, articleBefore);
    return;
  }
  const { article, index, repeatable } = page.result.page;
  storeIndex(db, pageId, index);
  storeBlocks(db, pageId, repeatable);
  if (page.isReplacing === true && article) forgetSameVersion(db, pageId, articleBefore, article);
  const isRemoved = isStillRemoved(page, before);
  const pageName = `${archiveId}:${page.path}`;
  const key = article && articleKey(archiveId, page.path, article.originalUrl);
  const articleNow =
    article === null || key === null
      ? null
      : holdArticle(db, key, { article, pageId, pageName, place, isRemoved }, articleBefore);
  if (articleBefore !== null && articleNow?.before !== articleBefore) {
    if (!articleNow) db.run(attachPage, [null, pageId]);
    const keyBefore = db.first<{ key: string }>(readKey, [articleBefore])?.key;
    // Another text under another original address is another article: what the reader did belongs to the one before.
    const pathKey = articleKey(archiveId, page.path, null);
    const isSameArticle = before?.oid === page.oid || page.isAgain === true || keyBefore === pathKey || key === pathKey;
    if (releaseArticle(db, articleBefore) && key !== null && keyBefore !== undefined && isSameArticle)
      recordKeyChange(db, keyBefore, key);
  }
}

/** Only what surrounds the article was changed: as a version of the article it is none. */
function forgetSameVersion(db: WritableDb, pageId: number, articleId: number | null, { title, text }: ParsedArticle): void {
  const shown = articleId === null ? undefined : db.first<{ pageId: number }>(readShownPage, [articleId]);
  if (articleId === null || shown?.pageId !== pageId) return;
  const before = readText(db, articleId);
  if (before?.title === title && before.text === text) dropNewestEarlierPage(db, pageId);
}

function isStillRemoved(page: PageToStore, before: PageRow | undefined): boolean {
  return page.isAgain === true && before?.isRemoved === 1;
}

function writePage(db: WritableDb, archiveId: string, page: PageToStore, before: PageRow | undefined): number {
  const { result } = page;
  const values = {
    oid: page.oid,
    parserVersion: page.parserVersion,
    textLength: result.ok ? (result.page.article?.text.length ?? 0) : (before?.textLength ?? 0),
    failureCode: result.ok ? null : result.code,
    failureMessage: result.ok ? null : result.message,
  };
  if (before) {
    db.run(updatePage, { ...values, id: before.id, isRemoved: isStillRemoved(page, before) ? 1 : 0 });
    return before.id;
  }
  const created = db.first<{ id: number }>(insertPage, { ...values, archive: archiveId, path: page.path });
  if (!created) throw new Error('a page was not stored');
  return created.id;
}

function storeIndex(db: WritableDb, pageId: number, index: ParsedIndex | null): void {
  if (index) db.run(writeIndex, [pageId, index.title, JSON.stringify(index.groups)]);
  else db.run(dropIndex, [pageId]);
}

/** `before` is the row number under which the article was known until now. */
function holdArticle(
  db: WritableDb,
  key: string,
  rendering: PageRendering,
  heldBefore: number | null,
): { readonly before: number } {
  const known = db.first<ArticleOfKey>(findArticle, [key]);
  const id = known ? showIfBetter(db, known, rendering) : createArticle(db, key, rendering);
  const before = known?.id ?? id;
  if (heldBefore !== before) {
    db.run(attachPage, [id, rendering.pageId]);
    listArticle(db, id);
  }
  refreshRemovedMark(db, id);
  return { before };
}

/** The page shown is rendered anew whatever its length; another page takes its place only if it is better. */
function showIfBetter(db: WritableDb, known: ArticleOfKey, rendering: PageRendering): number {
  if (known.pageId === rendering.pageId) {
    const id = replaceArticle(db, known.id, rendering);
    settleShownPage(db, id);
    return id;
  }
  const longer = rendering.article.text.length - (known.textLength ?? -1);
  const isFuller = longer > 0 || (longer === 0 && rendering.pageName < (known.pageName ?? ''));
  const isShownRemoved = known.isRemoved !== 0;
  const isBetter = isShownRemoved === rendering.isRemoved ? isFuller : isShownRemoved;
  return isBetter ? replaceArticle(db, known.id, rendering) : known.id;
}

export const pageSql = { readPage, readShownPage, findArticle } as const;
