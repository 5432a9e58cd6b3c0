import type { Migration } from '#main/store/migrate.ts';

/** What each sync of an archive did, for the reader to look up. */
export const syncLog: Migration = {
  version: 5,
  name: 'sync-log',
  sql: `
    CREATE TABLE sync_log (
      id INTEGER PRIMARY KEY,
      archive_id TEXT NOT NULL,
      started_at_ms INTEGER NOT NULL,
      report TEXT NOT NULL                        -- JSON of a SyncReport
    ) STRICT;
    CREATE INDEX sync_log_newest ON sync_log (archive_id, id);
  `,
};
