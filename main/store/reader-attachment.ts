import type { ReadableDb, WritableDb } from './database.ts';

const attach = 'ATTACH ? AS reader';
const fileOf = "SELECT file FROM pragma_database_list WHERE name = 'main'";
const isAttached = "SELECT 1 FROM pragma_database_list WHERE name = 'reader'";

/** Makes the tables of `reader.db` readable beside those of `archive.db`, as `reader.<table>`: what was bookmarked, what was read. */
export function attachReaderData(archive: WritableDb, reader: ReadableDb): void {
  const file = reader.first<{ file: string }>(fileOf)?.file;
  if (file) archive.run(attach, [file]);
}

export function hasReaderData(archive: ReadableDb): boolean {
  return archive.first(isAttached) !== undefined;
}
