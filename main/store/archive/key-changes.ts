import type { ReadableDb, WritableDb } from '../database.ts';

/** An article is known by another key: its page states another original address, or the parser reads it better. */
export interface KeyChange {
  /** Ascending, also across a rebuilt file: it starts from the time. */
  readonly id: number;
  readonly from: string;
  readonly to: string;
}

const record = `
  INSERT INTO key_change (id, old_key, new_key)
  SELECT max(coalesce(max(id), 0) + 1, CAST(unixepoch() AS INTEGER) * 1000), $from, $to FROM key_change`;
const changesAfter = 'SELECT id, old_key AS "from", new_key AS "to" FROM key_change WHERE id > ? ORDER BY id';

/** Reader data is kept elsewhere and under keys: this tells it where its article went. */
export function recordKeyChange(db: WritableDb, from: string, to: string): void {
  db.run(record, { from, to });
}

export function readKeyChanges(db: ReadableDb, afterId: number): readonly KeyChange[] {
  return db.all<KeyChange>(changesAfter, [afterId]);
}

export const keyChangeSql = { changesAfter } as const;
