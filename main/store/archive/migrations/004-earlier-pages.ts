import type { Migration } from '#main/store/migrate.ts';

export const earlierPages: Migration = {
  version: 4,
  name: 'earlier-pages',
  sql: `
    CREATE TABLE earlier_page (                   -- what a page was before its archive published another version
      id INTEGER PRIMARY KEY AUTOINCREMENT,     -- what a reader was shown under a number is never another version
      page_id INTEGER NOT NULL,
      oid TEXT NOT NULL,
      replaced_at_ms INTEGER NOT NULL,
      content BLOB NOT NULL                       -- as published, deflated
    ) STRICT;
    CREATE INDEX earlier_page_page ON earlier_page (page_id, id);
  `,
};
