import { expect, test } from 'vitest';
import { openPicturesDatabase } from '#main/store/open.ts';
import { temporaryLibraryDir } from '#test/helpers/library.ts';

test('pictures.db has pages of 16 KB, gives room back and is read while it is written', () => {
  const libraryDir = temporaryLibraryDir();
  const reading = openPicturesDatabase(libraryDir, 'read');
  const writing = openPicturesDatabase(libraryDir, 'write');
  expect(writing.first('PRAGMA page_size')).toEqual({ page_size: 16_384 });
  expect(writing.first('PRAGMA auto_vacuum')).toEqual({ auto_vacuum: 1 });
  expect(writing.first('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
  writing.run(
    "INSERT INTO picture_address (archive_id, address, origin, state, wish, newest) VALUES ('a', 'p', '', 'queued', 0, 0)",
  );
  expect(reading.all('SELECT address FROM picture_address')).toEqual([{ address: 'p' }]);
  expect(() => reading.first("DELETE FROM picture_address WHERE address = 'p' RETURNING id")).toThrow(
    expect.objectContaining({ code: 'library-read-only' }),
  );
  expect(reading.first('SELECT name FROM applied_migration')).toEqual({ name: 'pictures' });
  reading.close();
  writing.close();
});
