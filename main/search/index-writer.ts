import { readText } from '#main/store/archive/bodies.ts';
import type { ReadableDb, WritableDb } from '#main/store/database.ts';
import { fold, foldVersion } from './folding.ts';
import { indexCharacters, indexText, tokenizerVersion } from './tokens.ts';

const tables = ['fts', 'fts_title', 'fts_chars'] as const;

const nextQueued = 'SELECT article_id AS id FROM index_queue ORDER BY article_id DESC LIMIT ?';
const countQueued = 'SELECT count(*) AS total FROM index_queue';
const dequeue = 'DELETE FROM index_queue WHERE article_id = ?';
const deletions = tables.map((table) => `DELETE FROM ${table} WHERE rowid = ?`);
const insertText = 'INSERT INTO fts (rowid, title, body) VALUES (?, ?, ?)';
const insertTitle = 'INSERT INTO fts_title (rowid, title) VALUES (?, ?)';
const insertCharacters = 'INSERT INTO fts_chars (rowid, characters) VALUES (?, ?)';

export interface IndexProgress {
  readonly indexed: number;
  readonly remaining: number;
}

/**
 * Brings the index up to date for the newest of the articles queued, in one transaction: 250 to 1,000 at a time keep both
 * the memory and the time that readers wait for the next commit low. An index of older versions is emptied first.
 */
export function indexPending(db: WritableDb, { maximumArticles }: { readonly maximumArticles: number }): IndexProgress {
  return db.transaction(() => {
    rebuildIndexIfOutdated(db);
    const queued = db.all<{ id: number }>(nextQueued, [maximumArticles]);
    // Upwards: FTS5 begins a new segment whenever a row number is smaller than the one before.
    for (const { id } of queued.toReversed()) indexArticle(db, id);
    return { indexed: queued.length, remaining: db.first<{ total: number }>(countQueued)?.total ?? 0 };
  });
}

function indexArticle(db: WritableDb, id: number): void {
  for (const sql of deletions) db.run(sql, [id]);
  db.run(dequeue, [id]);
  const article = readText(db, id);
  if (!article) return;
  const title = fold(article.title);
  const text = fold(article.text);
  const titleTokens = indexText(title);
  db.run(insertText, [id, titleTokens, indexText(text)]);
  db.run(insertTitle, [id, titleTokens]);
  db.run(insertCharacters, [id, indexCharacters(`${title}\n${text}`)]);
}

const versions = { fold_version: String(foldVersion), tokenizer_version: String(tokenizerVersion) } as const;
const readMeta = "SELECT key, value FROM meta WHERE key IN ('fold_version', 'tokenizer_version')";
const writeMeta = 'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value';

/** False until the first `indexPending` of this version of the program: until then a search may miss articles. */
/** Whether articles wait for the index, or all of it was made by another version: an interrupted import, an update. */
export function isIndexingDue(db: ReadableDb): boolean {
  return !isIndexOfThisVersion(db) || (db.first<{ total: number }>(countQueued)?.total ?? 0) > 0;
}

export function isIndexOfThisVersion(db: ReadableDb): boolean {
  const stored = new Map(db.all<{ key: string; value: string }>(readMeta).map(({ key, value }) => [key, value]));
  return Object.entries(versions).every(([key, value]) => stored.get(key) === value);
}

function rebuildIndexIfOutdated(db: WritableDb): void {
  if (!isIndexOfThisVersion(db)) rebuildIndex(db);
}

/** Empties the index and queues every article. */
export function rebuildIndex(db: WritableDb): void {
  db.transaction(() => {
    for (const table of tables) db.run(`INSERT INTO ${table} (${table}) VALUES ('delete-all')`);
    db.run('INSERT OR IGNORE INTO index_queue (article_id) SELECT id FROM article');
    for (const [key, value] of Object.entries(versions)) db.run(writeMeta, [key, value]);
  });
}

/** Tidies the index a little, for idle moments; false when there is nothing left to tidy. `pages` bounds the work. */
export function mergeIndex(db: WritableDb, pages: number): boolean {
  const merged = tables.map((table) => db.run(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`, [pages]));
  return merged.some((changes) => changes > 1);
}
