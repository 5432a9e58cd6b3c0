import type { RepeatableBlock } from '#main/parse/parsed-page.ts';
import type { ReadableDb, WritableDb } from '../database.ts';

/**
 * Furniture by repetition
 *
 * A block of an article that leads elsewhere or shows a picture is furniture if it recurs: among the articles that an archive
 * has of one source it stands on at least `fewest`, and on at least the given share of them. A block that says nothing besides
 * needs a small share; one with words of its own a large one, because a series may well repeat a sentence with a link.
 * What was found stays furniture as long as the archive is in the library, so that articles do not flicker between two forms.
 */
const fewest = 8;
const share = { ofPointers: 0.03, ofWords: 0.34 };

const clearBlocks = 'DELETE FROM page_block WHERE page_id = ?';
const writeBlock = 'INSERT OR REPLACE INTO page_block (fingerprint, page_id, has_words) VALUES (?, ?, ?)';

export function storeBlocks(db: WritableDb, pageId: number, blocks: readonly RepeatableBlock[]): void {
  db.run(clearBlocks, [pageId]);
  for (const { fingerprint, hasWords } of blocks) db.run(writeBlock, [fingerprint, pageId, hasWords ? 1 : 0]);
}

const furnitureOfArchive = 'SELECT fingerprint FROM furniture WHERE archive_id = ?';

/** Fingerprints of the blocks to leave out. */
export function readFurniture(db: ReadableDb, archiveId: string): ReadonlySet<number> {
  return new Set(db.all<{ fingerprint: number }>(furnitureOfArchive, [archiveId]).map(({ fingerprint }) => fingerprint));
}

interface Recurring {
  readonly fingerprint: number;
  readonly hasWords: number;
  readonly source: string | null;
  readonly articles: number;
}

const recurringBlocks = `
  SELECT page_block.fingerprint AS fingerprint, max(has_words) AS hasWords, article.source AS source,
    count(DISTINCT article.id) AS articles
  FROM (SELECT fingerprint FROM page_block GROUP BY fingerprint HAVING count(*) >= $fewest) AS frequent
  CROSS JOIN page_block ON page_block.fingerprint = frequent.fingerprint
  CROSS JOIN page ON page.id = page_block.page_id AND page.archive_id = $archiveId
  CROSS JOIN article ON article.id = page.article_id
  GROUP BY page_block.fingerprint, article.source HAVING count(DISTINCT article.id) >= $fewest`;
const articlesBySource = `
  SELECT source, count(*) AS articles FROM archive_article CROSS JOIN article ON article.id = article_id
  WHERE archive_id = ? GROUP BY source`;
const addFurniture = 'INSERT OR IGNORE INTO furniture (archive_id, fingerprint) VALUES (?, ?)';
const askForReparse = `
  UPDATE page SET parser_version = 0
  WHERE archive_id = $archiveId AND id IN (SELECT page_id FROM page_block WHERE fingerprint = $fingerprint)`;

/** Finds what recurs now and did not before; the pages that hold it are to be parsed again. Returns how many blocks it found. */
export function refreshFurniture(db: WritableDb, archiveId: string): number {
  const known = readFurniture(db, archiveId);
  const recurring = db
    .all<Recurring>(recurringBlocks, { archiveId, fewest })
    .filter(({ fingerprint }) => !known.has(fingerprint));
  if (recurring.length === 0) return 0;
  const totals = new Map(
    db
      .all<{ source: string | null; articles: number }>(articlesBySource, [archiveId])
      .map(({ source, articles }) => [source, articles] as const),
  );
  const found = recurring.filter(({ articles, source, hasWords }) => {
    const needed = hasWords === 1 ? share.ofWords : share.ofPointers;
    return articles >= needed * (totals.get(source) ?? Infinity);
  });
  db.transaction(() => {
    for (const { fingerprint } of found) {
      db.run(addFurniture, [archiveId, fingerprint]);
      db.run(askForReparse, { archiveId, fingerprint });
    }
  });
  return found.length;
}

export const furnitureSql = { clearBlocks, furnitureOfArchive, askForReparse } as const;
