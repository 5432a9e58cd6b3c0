import type { Migration } from '#main/store/migrate.ts';

/**
 * `article.id` is `day * 1,000,000 + sequence` (days since 1970-01-01), so that "newest first" is the order of the rowid
 * in every table, the full-text tables included, and needs no sort. It is not an identity: it changes with the date.
 * `article.key` is the identity that reader data uses: the normalised original address, else `<archive id>:<path>`.
 */
export const articles: Migration = {
  version: 1,
  name: 'articles',
  sql: `
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE archive_state (
      archive_id TEXT PRIMARY KEY,
      head TEXT,                                  -- last state stored completely
      pending_head TEXT,                          -- state whose pages are being stored; null when none is
      last_synced_at_ms INTEGER,
      last_failure TEXT                           -- JSON of a Failure
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE git_object (                     -- commit and trees of the head: the base of the next comparison
      archive_id TEXT NOT NULL,
      oid TEXT NOT NULL,
      type TEXT NOT NULL CHECK (type IN ('commit', 'tree')),
      content BLOB NOT NULL,                      -- deflated
      PRIMARY KEY (archive_id, oid)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE article (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      page_id INTEGER NOT NULL,                   -- the fullest of its pages: the one shown
      title TEXT NOT NULL,
      title_language TEXT NOT NULL,
      language TEXT NOT NULL,
      published_on TEXT NOT NULL,
      is_date_estimated INTEGER NOT NULL,
      source TEXT,
      byline TEXT,
      original_url TEXT,
      topics TEXT NOT NULL,                       -- JSON array
      excerpt TEXT NOT NULL,
      reading_minutes INTEGER NOT NULL,
      is_removed_upstream INTEGER NOT NULL        -- 1 when none of its pages is upstream any more
    ) STRICT;
    CREATE INDEX article_newest ON article (id);  -- narrow: counts, and skips to an offset, without reading whole rows
    CREATE INDEX article_source ON article (source);
    CREATE INDEX article_removed ON article (id) WHERE is_removed_upstream = 1;

    CREATE TABLE article_body (
      article_id INTEGER PRIMARY KEY,
      text TEXT NOT NULL,                         -- NFC, as extracted, not folded
      html BLOB NOT NULL,                         -- deflated
      pictures TEXT NOT NULL,                     -- JSON array of {url, alt}
      links TEXT NOT NULL                         -- JSON array of {text, url}
    ) STRICT;

    CREATE TABLE page (
      id INTEGER PRIMARY KEY,
      archive_id TEXT NOT NULL,
      path TEXT NOT NULL,
      oid TEXT NOT NULL,                          -- Git blob id of the content: change detection and integrity
      parser_version INTEGER NOT NULL,            -- 0: to be parsed again although the content has not changed
      article_id INTEGER,                         -- null for a page that only lists others, or that could not be read
      text_length INTEGER NOT NULL,               -- decides which of several pages of one article is the fullest
      failure_code TEXT,
      failure_message TEXT,
      is_removed_upstream INTEGER NOT NULL,
      UNIQUE (archive_id, path)
    ) STRICT;
    CREATE INDEX page_oid ON page (oid);
    CREATE INDEX page_article ON page (article_id) WHERE article_id IS NOT NULL;
    CREATE INDEX page_failed ON page (archive_id) WHERE failure_code IS NOT NULL;

    CREATE TABLE page_content (                   -- apart, so that marking a page does not rewrite it
      page_id INTEGER PRIMARY KEY,
      content BLOB NOT NULL                       -- as published, deflated
    ) STRICT;

    CREATE TABLE page_index (                     -- what a page lists; sections are derived from all of an archive's
      page_id INTEGER PRIMARY KEY,
      title TEXT NOT NULL,
      groups TEXT NOT NULL                        -- JSON array of {heading, entries: [{title, path}]}
    ) STRICT;

    CREATE TABLE archive_article (                -- which articles an archive holds, newest first without a sort
      archive_id TEXT NOT NULL,
      article_id INTEGER NOT NULL,
      PRIMARY KEY (archive_id, article_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX archive_article_article ON archive_article (article_id, archive_id);

    CREATE TABLE section (
      id INTEGER PRIMARY KEY,
      archive_id TEXT NOT NULL,
      path TEXT NOT NULL,                         -- of the index page, or the folder where the archive publishes no index
      name TEXT NOT NULL,
      group_name TEXT,
      position INTEGER NOT NULL,                  -- order in which the archive publishes them
      UNIQUE (archive_id, path)
    ) STRICT;

    CREATE TABLE section_entry (                  -- what an index page lists or once listed, in the library or not
      section_id INTEGER NOT NULL,
      path TEXT NOT NULL,
      PRIMARY KEY (section_id, path)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX section_entry_path ON section_entry (path, section_id);

    CREATE TABLE section_article (                -- the same, resolved; newest first without a sort
      section_id INTEGER NOT NULL,
      article_id INTEGER NOT NULL,
      PRIMARY KEY (section_id, article_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX section_article_article ON section_article (article_id, section_id);
  `,
};
