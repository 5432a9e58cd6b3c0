import type { Migration } from '#main/store/migrate.ts';

/** How many pages the state has that an unfinished sync was storing: without it nobody can say how many are still to come. */
export const upstreamPages: Migration = {
  version: 7,
  name: 'upstream-pages',
  sql: 'ALTER TABLE archive_state ADD COLUMN pending_pages INTEGER',
};
