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

/** As `002-full-text.ts` and `006-search.ts` make them. FTS5 takes numbers of options from the text of the statement only. */
export function createIndex(db: WritableDb, index: IndexName): void {
  db.run(`CREATE VIRTUAL TABLE ${index}fts USING fts5(title, body, ${shared})`);
  db.run(`CREATE VIRTUAL TABLE ${index}fts_title USING fts5(title, ${shared})`);
  db.run(`CREATE VIRTUAL TABLE ${index}fts_chars USING fts5(characters, detail=none, ${shared})`);
  for (const table of tablesOf(index))
    for (const [option, value] of writing) db.run(`INSERT INTO ${table} (${table}, rank) VALUES ('${option}', ${value})`);
  db.run(`INSERT INTO ${index}fts (${index}fts, rank) VALUES ('hashsize', ${hashBytes})`);
}

export function dropIndex(db: WritableDb, index: IndexName): void {
  for (const table of tablesOf(index)) db.run(`DROP TABLE IF EXISTS ${table}`);
}

/** What the article says now, and nothing else, is in the index afterwards; nothing where it is gone. */
export function writeIndexRows(db: WritableDb, index: IndexName, articleRowId: number): void {
  for (const table of tablesOf(index)) db.run(`DELETE FROM ${table} WHERE rowid = ?`, [articleRowId]);
  const article = readText(db, articleRowId);
  if (!article) return;
  const title = fold(article.title);
  const text = fold(article.text);
  const titleTokens = indexTitle(title);
  db.run(`INSERT INTO ${index}fts (rowid, title, body) VALUES (?, ?, ?)`, [articleRowId, titleTokens, indexText(text)]);
  db.run(`INSERT INTO ${index}fts_title (rowid, title) VALUES (?, ?)`, [articleRowId, titleTokens]);
  db.run(`INSERT INTO ${index}fts_chars (rowid, characters) VALUES (?, ?)`, [articleRowId, indexCharacters(`${title}\n${text}`)]);
}
