import type { Migration } from '#main/store/migrate.ts';

/** A tag is there as long as an article has it; like bookmarks, tags name articles by `article.key`. */
export const tags: Migration = {
  version: 5,
  name: 'tags',
  sql: `
    CREATE TABLE tag (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,                         -- as the reader wrote it
      folded TEXT NOT NULL UNIQUE,
      created_at_ms INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE tagged_article (
      tag_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
      article_key TEXT NOT NULL,
      article_id TEXT NOT NULL,                   -- '<archive>:<path>' when it was set: for orphans
      title TEXT NOT NULL,
      created_at_ms INTEGER NOT NULL,
      PRIMARY KEY (tag_id, article_key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tagged_article_by_key ON tagged_article (article_key, tag_id);
    CREATE INDEX tagged_article_newest ON tagged_article (tag_id, created_at_ms DESC, article_key);

    CREATE TRIGGER tagged_article_delete AFTER DELETE ON tagged_article BEGIN
      DELETE FROM tag WHERE id = OLD.tag_id AND NOT EXISTS (SELECT 1 FROM tagged_article WHERE tag_id = OLD.tag_id);
    END;
  `,
};
