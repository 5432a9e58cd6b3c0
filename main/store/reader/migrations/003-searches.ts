import type { Migration } from '#main/store/migrate.ts';

/** Saved searches cannot be made again; recent ones are a convenience, and the reader can have them forgotten. */
export const searches: Migration = {
  version: 3,
  name: 'searches',
  sql: `
    CREATE TABLE saved_search (
      id TEXT PRIMARY KEY,                        -- made at random: the query and the name may both change
      query TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      created_at_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE recent_search (
      query TEXT PRIMARY KEY,
      ran_at_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX recent_search_newest ON recent_search (ran_at_ms DESC, query);
  `,
};
