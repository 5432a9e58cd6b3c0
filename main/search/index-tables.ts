import { readText } from '#main/store/archive/bodies.ts';
import type { WritableDb } from '#main/store/database.ts';
import { fold, foldVersion } from './folding.ts';
import { indexCharacters, indexText, indexTitle, tokenizerVersion } from './index-text.ts';

/** The full-text tables of one index: `''` is the one that serves, `next_` one that is being made to take its place. */
export type IndexName = '' | 'next_';

export const tablesOf = (index: IndexName): readonly string[] => [`${index}fts`, `${index}fts_title`, `${index}fts_chars`];

/** An index made with other versions holds other tokens than a query of today asks for. */
export const indexVersions: readonly (readonly [key: string, value: string])[] = [
  ['fold_version', String(foldVersion)],
  ['tokenizer_version', String(tokenizerVersion)],
];

const shared = "content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0'";

/**
 * FTS5 would merge while it writes, and again for rows deleted, at the end of whatever transaction comes next: hundreds of
 * milliseconds for the deletion of a few articles. So merging is left to `mergeIndex`, but for pieces that have become so many
 * (`crisismerge`) that searches suffer. More tokens gathered in memory (`hashsize`, bytes) make fewer pieces.
 */
const writing: readonly (readonly [option: string, value: number])[] = [
  ['automerge', 0],
  ['usermerge', 8],
  ['crisismerge', 64],
];
const hashBytes = 8 * 1_024 * 1_024;

/**
 * FTS5 takes numbers of options from the text of the statement only. The body is the first column: of all others FTS5 writes the
 * number with every token of every article, which would be a quarter of the index. In titles one character is sought as the
 * beginning of a pair: those beginnings are indexed too, or FTS5 would gather the articles of every pair first.
 */
export function createIndex(db: WritableDb, index: IndexName): void {
  db.run(`CREATE VIRTUAL TABLE ${index}fts USING fts5(body, title, ${shared})`);
  db.run(`CREATE VIRTUAL TABLE ${index}fts_title USING fts5(title, prefix='1', ${shared})`);
  db.run(`CREATE VIRTUAL TABLE ${index}fts_chars USING fts5(characters, detail=none, ${shared})`);
  for (const table of tablesOf(index))
    for (const [option, value] of writing) db.run(`INSERT INTO ${table} (${table}, rank) VALUES ('${option}', ${value})`);
  db.run(`INSERT INTO ${index}fts (${index}fts, rank) VALUES ('hashsize', ${hashBytes})`);
}

export function dropIndex(db: WritableDb, index: IndexName): void {
  for (const table of tablesOf(index)) db.run(`DROP TABLE IF EXISTS ${table}`);
}

/** What the articles say now, and nothing else, is in the index afterwards; nothing of those that are gone. */
export function writeIndexRows(db: WritableDb, index: IndexName, articleRowIds: readonly number[]): void {
  const wanted = [JSON.stringify(articleRowIds)];
  // Not one by one: the greater part of a deletion is its statement. And only what is there: FTS5 prepares for each it is given.
  for (const table of tablesOf(index)) db.run(deleteSql(table), wanted);
  // Upwards: FTS5 begins a new segment whenever a row number is smaller than the one before.
  for (const { id } of db.all<{ id: number }>(articlesThere, wanted)) addIndexRow(db, index, id);
}

const deleteSql = (table: string): string => `
  DELETE FROM ${table} WHERE rowid IN (SELECT id FROM ${table}_docsize WHERE id IN (SELECT value FROM json_each(?)))`;
const articlesThere = `
  SELECT article.id AS id FROM json_each(?) AS wanted CROSS JOIN article ON article.id = wanted.value ORDER BY article.id`;

function addIndexRow(db: WritableDb, index: IndexName, articleRowId: number): void {
  const article = readText(db, articleRowId);
  if (!article) return;
  const title = fold(article.title);
  const text = fold(article.text);
  const titleTokens = indexTitle(title);
  db.run(`INSERT INTO ${index}fts (rowid, body, title) VALUES (?, ?, ?)`, [articleRowId, indexText(text), titleTokens]);
  db.run(`INSERT INTO ${index}fts_title (rowid, title) VALUES (?, ?)`, [articleRowId, titleTokens]);
  db.run(`INSERT INTO ${index}fts_chars (rowid, characters) VALUES (?, ?)`, [articleRowId, indexCharacters(`${title}\n${text}`)]);
}
