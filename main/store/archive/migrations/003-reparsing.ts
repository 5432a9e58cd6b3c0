import type { Migration } from '#main/store/migrate.ts';

/** Articles that are there already get the new facts when their pages are parsed again: the parser's version rose with this. */
export const reparsing: Migration = {
  version: 3,
  name: 'reparsing',
  sql: `
    ALTER TABLE article_body ADD COLUMN editor TEXT;
    ALTER TABLE article_body ADD COLUMN issue_number INTEGER;
    ALTER TABLE article_body ADD COLUMN characters INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE article_body ADD COLUMN words INTEGER NOT NULL DEFAULT 0;

    CREATE INDEX page_parsed ON page (archive_id, parser_version); -- which pages are to be parsed again, in order of id

    CREATE TABLE page_block (                     -- blocks that are furniture if they recur
      fingerprint INTEGER NOT NULL,
      page_id INTEGER NOT NULL,
      has_words INTEGER NOT NULL,                 -- 1: says something besides leading elsewhere
      PRIMARY KEY (fingerprint, page_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX page_block_page ON page_block (page_id, fingerprint);

    CREATE TABLE furniture (                      -- those that do recur: left out when a page of the archive is parsed
      archive_id TEXT NOT NULL,
      fingerprint INTEGER NOT NULL,
      PRIMARY KEY (archive_id, fingerprint)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE key_change (                     -- articles known by another key since: reader data follows
      id INTEGER PRIMARY KEY,
      old_key TEXT NOT NULL,
      new_key TEXT NOT NULL
    ) STRICT;
  `,
};
