import type { Migration } from '#main/store/migrate.ts';

/** Contentless: the index holds no second copy of the text. All three tables share the rowids of `article`. */
export const fullText: Migration = {
  version: 2,
  name: 'full-text',
  sql: `
    CREATE VIRTUAL TABLE fts USING fts5(
      title, body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
    CREATE VIRTUAL TABLE fts_title USING fts5(
      title, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
    CREATE VIRTUAL TABLE fts_chars USING fts5(
      characters, content='', contentless_delete=1, detail=none, tokenize='unicode61 remove_diacritics 0');

    -- Four times the default: merging is put off to the end of a sync, where it is done in slices.
    INSERT INTO fts (fts, rank) VALUES ('automerge', 16);
    INSERT INTO fts_title (fts_title, rank) VALUES ('automerge', 16);
    INSERT INTO fts_chars (fts_chars, rank) VALUES ('automerge', 16);

    -- Articles whose index rows are out of date: written in the transaction that changes the article, so that an
    -- interrupted import indexes the rest next time. A row whose article is gone means: delete from the index.
    CREATE TABLE index_queue (article_id INTEGER PRIMARY KEY) STRICT;
  `,
};
