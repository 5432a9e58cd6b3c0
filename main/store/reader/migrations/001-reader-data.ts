import type { Migration } from '#main/store/migrate.ts';

/** Everything here cannot be fetched again. Articles are named by `article.key`, never by a row number. */
export const readerData: Migration = {
  version: 1,
  name: 'reader-data',
  sql: `
    CREATE TABLE archive (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      added_at_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE archive_origin (
      archive_id TEXT NOT NULL REFERENCES archive (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,                  -- 0 is preferred
      url TEXT NOT NULL,
      PRIMARY KEY (archive_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX archive_origin_url ON archive_origin (url);

    CREATE TABLE bookmark (
      article_key TEXT PRIMARY KEY,
      article_id TEXT NOT NULL,                   -- '<archive>:<path>' when it was set: for exports and orphans
      title TEXT NOT NULL,
      created_at_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX bookmark_newest ON bookmark (created_at_ms DESC);

    CREATE TABLE read_mark (
      article_key TEXT PRIMARY KEY,
      read_at_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
};
