import type { Migration } from '#main/store/migrate.ts';

/** Where reading stopped. */
export const readingPlaces: Migration = {
  version: 2,
  name: 'reading-places',
  sql: `
    CREATE TABLE reading_place (
      article_key TEXT PRIMARY KEY,
      anchor TEXT NOT NULL,                       -- id of a block of the article's document
      progress REAL NOT NULL,                     -- 0 at the beginning, 1 at the end
      kept_at_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX reading_place_oldest ON reading_place (kept_at_ms);
  `,
};
