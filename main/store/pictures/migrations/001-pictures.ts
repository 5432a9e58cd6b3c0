import type { Migration } from '#main/store/migrate.ts';

/**
 * An address is fetched once, whoever wants it; bytes are stored once, wherever they come from. There is no state "being
 * fetched": an address is in the queue until its outcome is recorded in one transaction with the bytes, so a process that is
 * killed leaves nothing to repair.
 */
export const pictures: Migration = {
  version: 1,
  name: 'pictures',
  sql: `
    CREATE TABLE picture (
      id INTEGER PRIMARY KEY,
      sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
      type TEXT NOT NULL CHECK (type IN ('png', 'jpeg', 'gif', 'webp', 'avif')),
      width INTEGER NOT NULL,
      height INTEGER NOT NULL,
      byte_length INTEGER NOT NULL,
      content BLOB NOT NULL                       -- last: the other columns are read without it
    ) STRICT;

    CREATE TABLE picture_address (
      id INTEGER PRIMARY KEY,
      archive_id TEXT NOT NULL,                   -- of a file of that archive; empty for an address on the web
      address TEXT NOT NULL,                      -- URL without fragment, or path inside the archive
      origin TEXT NOT NULL,                       -- scheme, host and port of a URL; empty for a file of an archive
      state TEXT NOT NULL CHECK (state IN ('queued', 'stored', 'failed', 'refused')),
      picture_id INTEGER REFERENCES picture (id), -- stays while a stored picture is in the queue to be checked again
      reason TEXT,                                -- why it is not stored, or not yet; see PictureReason
      attempts INTEGER NOT NULL DEFAULT 0,
      next_attempt_at_ms INTEGER NOT NULL DEFAULT 0,
      etag TEXT,
      last_modified TEXT,
      last_checked_at_ms INTEGER,
      wish INTEGER NOT NULL,                      -- the strongest of those in picture_want: 0 all, 1 opened, 2 asked for
      newest INTEGER NOT NULL,                    -- greatest row number of the articles that show it: newest is fetched first
      UNIQUE (archive_id, address),
      CHECK ((state = 'stored') <= (picture_id IS NOT NULL)),
      CHECK ((state IN ('failed', 'refused')) <= (picture_id IS NULL AND reason IS NOT NULL))
    ) STRICT;
    CREATE INDEX picture_address_waiting ON picture_address (origin, wish DESC, newest DESC, id, next_attempt_at_ms)
      WHERE state = 'queued';
    CREATE INDEX picture_address_picture ON picture_address (picture_id) WHERE picture_id IS NOT NULL;

    CREATE TABLE picture_want (                   -- which archives show the picture
      archive_id TEXT NOT NULL,
      address_id INTEGER NOT NULL REFERENCES picture_address (id),
      wish INTEGER NOT NULL,
      PRIMARY KEY (archive_id, address_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX picture_want_address ON picture_want (address_id);
  `,
};
