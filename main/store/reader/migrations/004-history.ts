import type { Migration } from '#main/store/migrate.ts';

/**
 * What was opened, and when the last time: until now only opening set a read mark. From now on a mark keeps the time at which it
 * was set first, so that many set at once can be taken back together.
 */
export const history: Migration = {
  version: 4,
  name: 'history',
  sql: `
    CREATE TABLE opened_article (
      article_key TEXT PRIMARY KEY,
      opened_at_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO opened_article (article_key, opened_at_ms) SELECT article_key, read_at_ms FROM read_mark;
    CREATE INDEX opened_article_newest ON opened_article (opened_at_ms DESC, article_key);
    CREATE INDEX read_mark_newest ON read_mark (read_at_ms DESC);

    -- What is counted of these tables in memory is counted again when the number is another.
    CREATE TABLE reader_change (subject TEXT PRIMARY KEY, changes INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    INSERT INTO reader_change (subject, changes) VALUES ('read_mark', 0), ('opened_article', 0);
    ${['read_mark', 'opened_article']
      .flatMap((table) =>
        ['INSERT', 'DELETE', 'UPDATE'].map(
          (change) => `
    CREATE TRIGGER ${table}_${change.toLowerCase()} AFTER ${change} ON ${table} BEGIN
      UPDATE reader_change SET changes = changes + 1 WHERE subject = '${table}';
    END;`,
        ),
      )
      .join('')}
  `,
};
