import type { ReadableDb, WritableDb } from '../database.ts';

const selectSetting = 'SELECT value FROM setting WHERE key = ?';
const writeValue = 'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value';
const dropSetting = 'DELETE FROM setting WHERE key = ?';

/** Any JSON value; undefined where nothing was set. What it may be is for the caller to check. */
export function readSetting(db: ReadableDb, key: string): unknown {
  const row = db.first<{ value: string }>(selectSetting, [key]);
  return row && (JSON.parse(row.value) as unknown);
}

/** `undefined` takes the setting back. */
export function writeSetting(db: WritableDb, key: string, value: unknown): void {
  if (value === undefined) db.run(dropSetting, [key]);
  else db.run(writeValue, [key, JSON.stringify(value)]);
}
